package io.tidemark.fingerprint.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row's factors against the formulas of docs/tracing.md, and what they cost. */
final class RowFactorsTest {
  private static final Carrier[] WIDE = {
    Carrier.PROVINCE,
    Carrier.UNIT,
    Carrier.MODEL_YEAR,
    Carrier.GEARBOX,
    Carrier.ENGINE,
    Carrier.DRIVE,
    Carrier.AGENCY_FORM,
    Carrier.REMARK_STOP,
    Carrier.REMARK_NUMBER,
    Carrier.REMARK_NOT,
    Carrier.REMARK_INSPECTION,
    Carrier.REMARK_AND,
    Carrier.REMARK_BEFORE,
    Carrier.REMARK_AFTER,
    Carrier.REMARK_NEED
  };

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 6, 15})
  void aRowOfAnyWidthHasTheFactorsOfTheFormulas(int cells) {
    SplittableRandom random = new SplittableRandom(cells);
    for (int trial = 0; trial < 50; trial++) {
      List<Leak.Cell> row = row(trial, cells);
      List<RowFactors.Value> values = RowFactors.Value.of(row);
      double[] rewritten = random.doubles(values.size(), 0.005, 0.95).toArray();
      int matches = random.nextInt(1 << cells);
      double[] sums = new double[RowFactors.PARTS];
      new RowFactors(row, 0.3, values, rewritten).add(matches, sums);
      double faithful = product(row, row, matches, 0.02);
      double byValue = 0;
      for (int v = 0; v < rewritten.length; v++) {
        double product = product(row, values.get(v).cells(), matches, 0.01);
        byValue += Math.log(rewritten[v] + (1 - rewritten[v]) * product);
      }
      assertThat(sums[Mixture.ROWS.size()])
          .isEqualTo(Math.log(0.3 + 0.7 * faithful), within(1e-12));
      assertThat(sums[0])
          .isEqualTo(
              Math.log(Mixture.ROWS.get(0).noise() + (1 - Mixture.ROWS.get(0).noise()) * faithful),
              within(1e-12));
      assertThat(sums[Mixture.ROWS.size() + 1]).isEqualTo(byValue, within(1e-12));
    }
  }

  private static double product(
      List<Leak.Cell> row, List<Leak.Cell> of, int matches, double strange) {
    double product = 1;
    for (Leak.Cell cell : of) {
      boolean match = (matches >> row.indexOf(cell) & 1) == 1;
      product *= strange + (match ? (1 - strange) / cell.p() : 0);
    }
    return product;
  }

  private static List<Leak.Cell> row(long seed, int cells) {
    List<Leak.Cell> row = new ArrayList<>();
    for (Played.Place place : new Played(seed, 1, WIDE).rows().get(0).subList(0, cells)) {
      row.add(new Leak.Cell(place.position(), place.carrier(), new Shown(1), place.biases()));
    }
    return row;
  }

  @Test
  void twentyThousandRowsOfFifteenCellsAreScored() {
    Played wide = new Played(1, 20_000, WIDE);
    LikelihoodRatio ratio = new LikelihoodRatio(wide.asReleased(Played.recipient(1)));
    assertThat(ratio.logOf(row -> true, Played.recipient(1))).isGreaterThan(Played.NAMED);
    assertThat(ratio.logOf(row -> true, Played.recipient(2))).isLessThan(0);
  }

  /** Prints the figures of the report. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {3, 6, 9})
  void aThousandRowsAgainstAThousandCandidates(int cells) {
    Carrier[] carriers = java.util.Arrays.copyOf(WIDE, cells);
    LikelihoodRatio ratio =
        new LikelihoodRatio(new Played(1, 1_000, carriers).asReleased(Played.recipient(1)));
    for (int round = 0; round < 4; round++) {
      long start = System.nanoTime();
      int named = 0;
      for (int candidate = 0; candidate < 1_000; candidate++) {
        named += ratio.logOf(row -> true, (at, carrier, biases) -> 0) > Played.NAMED ? 1 : 0;
      }
      System.out.printf(
          "%d cells: %d ms, %d%n",
          cells, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), named);
    }
  }
}
