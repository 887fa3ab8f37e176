package io.tidemark.calls.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class CallerRecordTest {
  /** The mean of the factor over all ways to ring {@code calls} of {@code lines} lines. */
  private static double mean(int lines, int given, int calls) {
    Batch batch = new Batch(lines, Map.of("p", given));
    return mean(batch, new boolean[0], lines, given, calls);
  }

  private static double mean(Batch batch, boolean[] hits, int left, int own, int calls) {
    if (calls == 0) {
      CallerRecord record = new CallerRecord(List.of(batch));
      for (boolean hit : hits) {
        record.rang(0, hit ? Optional.of("p") : Optional.empty());
      }
      return Math.exp(record.logEvidence("p"));
    }
    double hit = (double) own / left;
    double mean = 0;
    for (int i = 0; i < 2; i++) {
      double chance = i == 0 ? hit : 1 - hit;
      if (chance > 0) {
        boolean[] more = java.util.Arrays.copyOf(hits, hits.length + 1);
        more[hits.length] = i == 0;
        mean += chance * mean(batch, more, left - 1, own - (i == 0 ? 1 : 0), calls - 1);
      }
    }
    return mean;
  }

  @Property(tries = 100)
  void anInnocentsFactorHasTheMeanOneAtMost(
      @ForAll @IntRange(min = 4, max = 14) int lines,
      @ForAll @IntRange(min = 1, max = 14) int drawn,
      @ForAll @IntRange(min = 1, max = 8) int calls) {
    int given = 1 + drawn % (lines - 1);
    int most = Math.min(calls, lines - 1);
    double mean = mean(lines, given, most);
    // a record that was never hit counts 0 in logarithms, which is above its true factor
    double never = 1;
    for (int i = 0; i < most; i++) {
      never *= Math.max(0, (double) (lines - given - i) / (lines - i));
    }
    assertThat(mean - never).isLessThan(1 + 1e-9);
    if (most <= given) {
      double truth = 0;
      for (double e : new double[] {.02, .1, .3, .6}) {
        truth += Math.pow(e, most) / 4;
      }
      assertThat(mean - never + never * truth).isEqualTo(1, within(1e-9));
    }
  }

  @Test
  void threeCallsToAListOfFiftyAmongAHundredThousandName() {
    CallerRecord record = new CallerRecord(List.of(new Batch(105_264, Map.of("p", 50, "q", 900))));
    for (int i = 0; i < 3; i++) {
      record.rang(0, Optional.of("p"));
    }
    assertThat(500 / Math.exp(record.logEvidence("p"))).isLessThan(1e-6);
    assertThat(record.hits("p")).isEqualTo(3);
    assertThat(record.logEvidence("q")).isZero();
  }

  @Test
  void whoDialsABatchInOrderSaysNothing() {
    CallerRecord record = new CallerRecord(List.of(new Batch(1_000, Map.of("p", 950))));
    for (int i = 0; i < 200; i++) {
      record.rang(0, i % 20 == 7 ? Optional.empty() : Optional.of("p"));
    }
    assertThat(record.logEvidence("p")).isLessThan(1);
  }

  @Test
  void missesBeforeTheFirstHitCountToo() {
    Batch batch = new Batch(1_000, Map.of("p", 10));
    CallerRecord before = new CallerRecord(List.of(batch));
    CallerRecord after = new CallerRecord(List.of(batch));
    before.rang(0, Optional.empty());
    before.rang(0, Optional.of("p"));
    after.rang(0, Optional.of("p"));
    after.rang(0, Optional.empty());
    assertThat(before.logEvidence("p")).isEqualTo(after.logEvidence("p"), within(.01));
  }

  @Test
  void refusesMoreThanThereAre() {
    CallerRecord record = new CallerRecord(List.of(new Batch(10, Map.of("p", 1))));
    record.rang(0, Optional.of("p"));
    assertThatThrownBy(() -> record.rang(0, Optional.of("p")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Batch(1, Map.of("p", 1, "q", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
