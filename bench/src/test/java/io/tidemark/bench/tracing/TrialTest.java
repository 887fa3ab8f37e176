package io.tidemark.bench.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bench.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final List<String> SOURCE = List.of("ag-0001");

  @Test
  void theSourceAloneIsRight() {
    assertThat(tally(found("named", SOURCE, "ag-0001"))).isEqualTo(new Tally(1, 0, 1, 1));
  }

  @Test
  void anInnocentBesideTheSourceIsWrongAndNotRight() {
    assertThat(tally(found("named", SOURCE, "ag-0001", "ag-0002")))
        .isEqualTo(new Tally(0, 1, 1, 1));
  }

  @Test
  void aProbableSourceIsNeitherRightNorWrong() {
    assertThat(tally(found("probable", SOURCE, "ag-0001"))).isEqualTo(new Tally(0, 0, 0, 1));
  }

  @Test
  void aProbableInnocentIsShownAndJudgedByTheShareOfSuchVerdicts() {
    Trial innocent = found("probable", SOURCE, "ag-0002");
    assertThat(tally(innocent)).isEqualTo(new Tally(0, 0, 0, 1));
    assertThat(Question.amiss(List.of(innocent)).en()).isEqualTo("; probable and wrong 1");
    List<Trial> nine = Collections.nCopies(9, innocent);
    assertThat(Calibration.elsewhere(nine, true).outcome()).isEqualTo(Outcome.FAR);
  }

  @Test
  void anybodyIsWrongWhereNobodyIsTheSource() {
    assertThat(tally(found("named", List.of(), "ag-0001"))).isEqualTo(new Tally(0, 1, 0, 1));
    assertThat(tally(found("inconclusive", List.of()))).isEqualTo(new Tally(0, 0, 0, 1));
  }

  @Test
  void eachColluderThatIsNamedCounts() {
    List<String> three = List.of("ag-0001", "ag-0002", "ag-0003");
    assertThat(tally(found("named", three, "ag-0001", "ag-0003"))).isEqualTo(new Tally(1, 0, 2, 1));
  }

  @Test
  void aWholeRunIsJudgedByTheLowerEndAndAQuickOneByTheShare() {
    Goal goal = Goal.named(.95);
    Tally near = new Tally(30, 0, 30, 30);
    assertThat(goal.judge(near, true)).isEqualTo(Outcome.MET);
    assertThat(goal.judge(near, false)).isEqualTo(Outcome.MISSED);
    assertThat(goal.judge(new Tally(80, 0, 80, 80), false)).isEqualTo(Outcome.MET);
    assertThat(goal.judge(new Tally(80, 1, 80, 81), false)).isEqualTo(Outcome.WRONG);
  }

  @Test
  void aTieIsListedWhole() {
    Goal goal = Goal.listed(List.of("ag-0001", "ag-0002"));
    List<Finding.Candidate> one = List.of(candidate("ag-0001", .5));
    List<Finding.Candidate> both = List.of(candidate("ag-0001", .5), candidate("ag-0002", .5));
    assertThat(goal.tally(List.of(listed("cannot_separate", one))).right()).isZero();
    assertThat(goal.tally(List.of(listed("inconclusive", both))).right()).isZero();
    assertThat(goal.tally(List.of(listed("cannot_separate", both))).right()).isOne();
  }

  @Test
  void theLineOfAQuestionCountsItsKinds() {
    Question question =
        new Question(Question.NONE, Question.NONE, Goal.always(), 2, 2, (number, seed) -> silent());
    Trial right = new Trial("gbk", found("named", SOURCE, "ag-0001").finding(), SOURCE);
    Trial missed = new Trial("xlsx", found("inconclusive", SOURCE).finding(), SOURCE);
    var line = question.line(List.of(right, missed, right), false);
    assertThat(line.ours().en()).contains("named 2/3").endsWith("(gbk 2/2, xlsx 0/1)");
    assertThat(line.outcome()).isEqualTo(Outcome.MISSED);
  }

  @Test
  void aBoundThatInnocentsPassTooOftenIsWrong() {
    List<Trial> inquiries = new ArrayList<>(Collections.nCopies(990, silent()));
    inquiries.addAll(Collections.nCopies(10, near(2e-4, 3)));
    assertThat(BoundCheck.lines(inquiries))
        .extracting(line -> line.outcome())
        .containsExactly(Outcome.MET, Outcome.MET, Outcome.WRONG, Outcome.MET);
  }

  @Test
  void plannedAndMeasuredMayDifferByAFifthOrARow() {
    assertThat(Ladder.judge(OptionalInt.of(6), OptionalInt.of(7))).isEqualTo(Outcome.MET);
    assertThat(Ladder.judge(OptionalInt.of(6), OptionalInt.of(8))).isEqualTo(Outcome.MISSED);
    assertThat(Ladder.judge(OptionalInt.of(27), OptionalInt.of(32))).isEqualTo(Outcome.MET);
    assertThat(Ladder.judge(OptionalInt.of(27), OptionalInt.empty())).isEqualTo(Outcome.MISSED);
  }

  @Test
  void calibrationCountsWhatWasSaidAndWhatWasRight() {
    Trial sure =
        new Trial("", finding("probable", List.of(candidate("a", .97)), "a"), List.of("a"));
    Trial off = new Trial("", finding("probable", List.of(candidate("a", .96)), "a"), List.of("b"));
    assertThat(Calibration.bins(List.of(sure, off))).contains("said 0.965, right 1 of 2");
    assertThat(Calibration.line(List.of(sure, off), true).ours().en()).contains("1/2");
  }

  private static Tally tally(Trial trial) {
    return Tally.of(List.of(trial), Trial::right);
  }

  private static Trial found(String verdict, List<String> sources, String... accused) {
    return new Trial("", finding(verdict, List.of(), accused), sources);
  }

  private static Trial listed(String verdict, List<Finding.Candidate> candidates) {
    return new Trial("", finding(verdict, candidates), SOURCE);
  }

  private static Trial silent() {
    return found("inconclusive", List.of());
  }

  private static Trial near(double bound, double logEvidence) {
    var candidate = new Finding.Candidate("a", "", bound, .1, logEvidence);
    return new Trial("", finding("inconclusive", List.of(candidate)), List.of());
  }

  private static Finding.Candidate candidate(String party, double posterior) {
    return new Finding.Candidate(party, "", 1, posterior, 0);
  }

  private static Finding finding(
      String verdict, List<Finding.Candidate> candidates, String... accused) {
    return new Finding(verdict, List.of(accused), candidates, 1_000, "c", 0.1);
  }
}
