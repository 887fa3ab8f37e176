package io.tidemark.bench.tracing;

import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often innocents come near to being accused, against what the bound promises. */
final class BoundCheck {
  private static final List<Double> LEVELS = List.of(1e-1, 1e-2, 1e-3, 1e-4);

  private BoundCheck() {}

  /** A line for each level, from inquiries in which no candidate had a part. */
  static List<Line> lines(List<Trial> inquiries) {
    List<Line> lines = new ArrayList<>();
    LEVELS.forEach(level -> lines.add(line(inquiries, level)));
    return lines;
  }

  private static Line line(List<Trial> inquiries, double alpha) {
    long near = inquiries.stream().filter(one -> one.finding().leastBound() <= alpha).count();
    long candidates = inquiries.stream().mapToLong(one -> one.finding().counted()).sum();
    long high = inquiries.stream().mapToLong(one -> high(one.finding(), alpha)).sum();
    Rate rate = new Rate((int) near, inquiries.size());
    String each =
        String.format(Locale.ROOT, "%d/%d = %.1e", high, candidates, (double) high / candidates);
    String level = String.format(Locale.ROOT, "%.0e", alpha);
    return new Line(
        new Words(
            "来源不在其中：界限 ≤ " + level + " 的比率", "the source absent: how often a bound ≤ " + level),
        Question.NONE,
        new Words(
            "调查 " + rate + "；候选人 E ≥ 1/α：" + each,
            "inquiries " + rate + "; candidates with E ≥ 1/alpha " + each),
        Line.same("≤ " + level),
        judge(rate, new Rate((int) high, (int) Math.max(1, candidates)), alpha));
  }

  /** Above the bound by more than chance is wrong. */
  static Outcome judge(Rate inquiries, Rate candidates, double alpha) {
    boolean above = inquiries.lower() > alpha || candidates.lower() > alpha;
    return above ? Outcome.WRONG : Outcome.MET;
  }

  /** Candidates are listed best first: those beyond the list score less than its last. */
  private static long high(Finding finding, double alpha) {
    double least = -Math.log(alpha);
    return finding.candidates().stream().filter(one -> one.logEvidence() >= least).count();
  }
}
