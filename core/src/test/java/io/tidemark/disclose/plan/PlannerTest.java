package io.tidemark.disclose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.Played;
import io.tidemark.fingerprint.spelling.Carrier;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The planner's numbers against leaks that are really scored. */
final class PlannerTest {
  private static final LikelihoodRatio.Symbols RECIPIENT = Played.recipient(42);
  private static final int RECIPIENTS = 1_000;
  private static final double BOUND = 5e-7;

  private static List<List<MarkedCell>> list(int rows, Carrier... carriers) {
    return new Played(1, rows, carriers)
        .rows().stream().map(row -> row.stream().map(PlannerTest::cell).toList()).toList();
  }

  private static MarkedCell cell(Played.Place place) {
    int symbol = RECIPIENT.at(place.position(), place.carrier(), place.biases());
    return new MarkedCell(place.carrier(), place.biases(), symbol);
  }

  private static RowsToName plan(List<List<MarkedCell>> rows, double honeyShare) {
    return new Planner(RECIPIENTS, BOUND, honeyShare).rowsToName(rows, rows.size());
  }

  @Test
  void theNumbersAgreeWithPlayedLeaksWithinAFifth() {
    RowsToName plan = plan(list(2_000, Played.PRODUCT), 0);
    agrees(plan.asReleased(), leak -> leak.asReleased(RECIPIENT));
    agrees(plan.cleaned(), leak -> leak.cleaned(RECIPIENT));
    agrees(plan.retyped(), leak -> leak.retyped(RECIPIENT));
    assertThat(plan.standardised()).isEmpty();
  }

  /** The 99th percentile of the rows needed lies within a fifth of the plan. */
  private static void agrees(OptionalInt planned, Function<Played, Leak> leaked) {
    int k = planned.orElseThrow();
    assertThat(named((int) Math.ceil(1.2 * k), leaked)).isGreaterThanOrEqualTo(0.982);
    assertThat(named((int) Math.floor(k / 1.2) - 1, leaked)).isLessThan(0.99);
  }

  private static double named(int rows, Function<Played, Leak> leaked) {
    int plays = 600;
    long named =
        IntStream.range(0, plays)
            .filter(
                play -> {
                  Leak leak = leaked.apply(new Played(play + 9_000L, rows, Played.PRODUCT));
                  return new LikelihoodRatio(leak).logOf(row -> true, RECIPIENT)
                      >= Math.log(RECIPIENTS / BOUND);
                })
            .count();
    return (double) named / plays;
  }

  @Test
  void whereNoCarrierTellsThereIsNoNumber() {
    assertThat(plan(list(500), 0).asReleased()).isEmpty();
    assertThat(plan(List.of(), 0).asReleased()).isEmpty();
    RowsToName stops = plan(list(500, Carrier.REMARK_STOP), 0);
    assertThat(stops.asReleased()).isPresent();
    assertThat(stops.cleaned()).isEmpty();
  }

  @Test
  void honeyCustomersHelpAsMuchAsAnInquiryCountsThem() {
    List<List<MarkedCell>> rows = list(1_000, Played.PRODUCT);
    int without = plan(rows, 0).retyped().orElseThrow();
    int with = plan(rows, 0.3).retyped().orElseThrow();
    assertThat(with).isLessThan(without);
    // one caught customer of 300: 1e8 / (2 * 300 rows * customers) is far from 1,000 / 5e-7
    assertThat(plan(list(1_000), 0.3).asReleased()).isEmpty();
    assertThat(new Planner(2, 1e-2, 0.3).rowsToName(list(1_000), 1_000).standardised()).isPresent();
  }

  @Test
  void aShortListIsNotLeakedTwice() {
    RowsToName plan = plan(list(5, Played.PRODUCT), 0);
    assertThat(plan.asReleased().orElse(0)).isLessThanOrEqualTo(5);
    assertThat(plan(list(3, Carrier.MODEL_YEAR), 0).asReleased()).isEmpty();
  }

  @Test
  void moreCarriersNeedFewerRowsAndTheSameListGivesTheSameNumbers() {
    List<List<MarkedCell>> rows = list(1_000, Played.PRODUCT);
    int three = plan(rows, 0).asReleased().orElseThrow();
    int one = plan(list(1_000, Carrier.MODEL_YEAR), 0).asReleased().orElseThrow();
    assertThat(three).isLessThan(one);
    assertThat(plan(rows, 0)).isEqualTo(plan(rows, 0));
  }

  @Test
  void aListOfTwoThousandRowsIsPlannedAtOnce() {
    List<List<MarkedCell>> rows = list(2_000, Played.PRODUCT);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 12; i++) {
      long start = System.nanoTime();
      plan(rows, 0);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.err.printf("planner: %.1f ms for 2,000 rows%n", best / 1e6);
    assertThat(best).isLessThan(200_000_000L);
  }
}
