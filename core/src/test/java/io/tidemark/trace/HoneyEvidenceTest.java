package io.tidemark.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * The mean over an innocent's customers, summed over all that its keys could draw from small
 * alphabets: at most 1, whatever was leaked.
 */
final class HoneyEvidenceTest {
  /** One leaked row: the values of two parts, as a leaker chose them. */
  private record Row(int number, int a, int b) {}

  private static final int A = 3;
  private static final int B = 2;

  /** What {@code HoneyParts} computes, with chances 1/3 and 1/2. */
  private static double factor(Row row, int a, int b) {
    double first = row.a() == a ? 0.5 + 0.5 * A : 0.5;
    double second = row.b() == b ? 0.5 + 0.5 * B : 0.5;
    return row.a() == a || row.b() == b ? first * second : 0;
  }

  /** All draws of {@code customers}, each with probability 1/(A·B)^customers. */
  private static double mean(List<Row> rows, int customers, long among) {
    int worlds = (int) Math.pow(A * B, customers);
    double sum = 0;
    for (int world = 0; world < worlds; world++) {
      List<HoneyEvidence.Hit> hits = new ArrayList<>();
      int rest = world;
      for (int draw = 0; draw < customers; draw++) {
        int a = rest % A;
        int b = rest / A % B;
        rest /= A * B;
        for (Row row : rows) {
          double factor = factor(row, a, b);
          if (factor > 0) {
            hits.add(new HoneyEvidence.Hit("d", draw, row.number(), factor));
          }
        }
      }
      double log =
          among == customers
              ? HoneyEvidence.log(rows.size(), customers, hits)
              : HoneyEvidence.log(rows.size(), customers, among, hits);
      sum += Math.exp(log);
    }
    return sum / worlds;
  }

  @Property(tries = 60)
  void theMeanOverAnInnocentsKeysIsAtMostOne(
      @ForAll @IntRange(min = 1, max = 4) int customers,
      @ForAll List<@IntRange(min = 0, max = 5) Integer> leaked) {
    List<Row> rows = new ArrayList<>();
    for (int value : leaked.isEmpty() ? List.of(3) : leaked) {
      rows.add(new Row(rows.size() + 1, value % A, value / A));
    }
    assertThat(mean(rows, customers, customers)).isLessThanOrEqualTo(1 + 1e-9).isGreaterThan(0.5);
    double shared = mean(rows, customers, 10L * customers);
    assertThat(shared).isLessThanOrEqualTo(0.1 + 1e-9);
  }

  @Test
  void everyCustomerThatShowsUpMultiplies() {
    List<HoneyEvidence.Hit> hits = new ArrayList<>();
    double last = HoneyEvidence.log(100, 20, hits);
    for (int draw = 0; draw < 5; draw++) {
      hits.add(new HoneyEvidence.Hit("d-1", draw, draw + 1, 1e6));
      double log = HoneyEvidence.log(100, 20, hits);
      assertThat(log - last).isGreaterThan(4.5);
      last = log;
    }
    assertThat(last).isEqualTo(Math.log(0.25) + 5 * Math.log(1e6 / 100 / 20), within(1.5));
  }

  @Test
  void whoWasGivenNoneIsNeitherAccusedNorCleared() {
    assertThat(HoneyEvidence.log(10, 0, List.of())).isZero();
    assertThat(HoneyEvidence.log(10, 8, List.of())).isEqualTo(Math.log(0.5), within(1e-12));
  }

  @Test
  void theOrderInWhichRowsAreFoundDoesNotMoveABit() {
    List<HoneyEvidence.Hit> hits = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      hits.add(new HoneyEvidence.Hit("d-" + n % 3, n % 7, n + 1, 1 + n * 0.37));
    }
    double log = HoneyEvidence.log(100, 60, hits);
    java.util.Collections.reverse(hits);
    assertThat(HoneyEvidence.log(100, 60, hits)).isEqualTo(log);
  }
}
