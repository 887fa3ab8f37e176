package io.tidemark.disclose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.LeakCondition;
import io.tidemark.trace.HoneyEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planner's numbers against leaks that are really scored. */
final class PlannerTest {
  private static double honey(long rows, int customers, int seen) {
    return HoneyEvidence.foreseen(
        rows, HoneyCustomers.draws(customers), seen, HoneyEvidence.MOBILES);
  }

  private static final int RECIPIENTS = 1_000;
  private static final double BOUND = 5e-7;
  private static final double WANTED = Math.log(RECIPIENTS / BOUND);

  private static RowsToName plan(List<List<MarkedCell>> rows, int customers) {
    return new Planner(RECIPIENTS, BOUND, PlannerTest::honey)
        .rowsToName(rows, rows.size(), customers);
  }

  private static RowsToName plan(Shape shape) {
    return plan(shape.list(1), 0);
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        Shape.of("three carriers", 600, Shape.THREE),
        Shape.of("five carriers", 600, Shape.FIVE),
        Shape.of("no address", 600, List.of(Carrier.MODEL_YEAR)),
        Shape.of("no model", 600, List.of(Carrier.PROVINCE, Carrier.UNIT)),
        Shape.of("unit and model", 600, List.of(Carrier.UNIT, Carrier.MODEL_YEAR)),
        new Shape("half of the values missing", 1_000, 1_000, 0.5, Shape.THREE),
        new Shape("many households", 300, 40, 1, Shape.THREE),
        Shape.of("thirty people", 30, Shape.THREE));
  }

  /** The 99th percentile of the rows needed lies within a fifth of the plan, or a row. */
  @ParameterizedTest
  @MethodSource("shapes")
  void theNumbersAgreeWithLeaksThatAreScoredWithinAFifth(Shape shape) {
    List<List<MarkedCell>> rows = shape.list(1);
    RowsToName plan = plan(rows, 0);
    for (LeakCondition condition : LeakCondition.values()) {
      Trial trial = new Trial(rows, condition, WANTED);
      if (plan.in(condition).isPresent()) {
        int k = plan.in(condition).getAsInt();
        int more = Math.min(rows.size(), Math.max(k + 1, (int) (1.2 * k)));
        int fewer = Math.min(k - 1, (int) Math.ceil(k / 1.2)) - 1;
        assertThat(trial.named(more, 120)).as("%s: %s rows", condition, more).isGreaterThan(0.95);
        assertThat(trial.named(fewer, 80)).as("%s: %s rows", condition, fewer).isLessThan(1);
      } else {
        assertThat(trial.named(Math.min(200, rows.size()), 5)).isLessThan(0.99);
      }
    }
  }

  /** Prints planned and simulated numbers. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("shapes")
  void figures(Shape shape) {
    List<List<MarkedCell>> rows = shape.list(1);
    RowsToName plan = plan(rows, 0);
    for (int i = 0; i < 5; i++) {
      plan(rows, 0);
    }
    long start = System.nanoTime();
    plan(rows, 0);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    for (LeakCondition condition :
        List.of(LeakCondition.AS_RELEASED, LeakCondition.CLEANED, LeakCondition.RETYPED)) {
      OptionalInt planned = plan.in(condition);
      int needed =
          new Trial(rows, condition, WANTED)
              .needed(planned.orElse(Math.min(rows.size(), 400)), 2_000);
      System.out.printf(
          "%s | %s | planned %s | simulated %d | %.1f ms%n",
          shape, condition.id(), planned, needed, milliseconds);
      assertThat(needed)
          .isBetween(
              Math.min((int) (planned.orElse(400) / 1.2), planned.orElse(400) - 1),
              Math.max((int) Math.ceil(planned.orElse(400) * 1.2), planned.orElse(400) + 1));
    }
  }

  @Test
  void whereNoCarrierTellsThereIsNoNumber() {
    assertThat(plan(Shape.of("bare", 500, List.of()))).isEqualTo(plan(List.of(), 0));
    assertThat(plan(List.of(), 0).asReleased()).isEmpty();
    RowsToName stops = plan(Shape.of("stops", 500, List.of(Carrier.REMARK_STOP)));
    assertThat(stops.asReleased()).isPresent();
    assertThat(stops.cleaned()).isEmpty();
    assertThat(stops.retyped()).isEmpty();
  }

  @Test
  void aShortListIsNotLeakedTwice() {
    assertThat(plan(Shape.of("five people", 5, Shape.THREE)).asReleased().orElse(0))
        .isLessThanOrEqualTo(5);
    assertThat(plan(Shape.of("three cars", 3, List.of(Carrier.MODEL_YEAR))).asReleased()).isEmpty();
  }

  @Test
  void moreCarriersNeverNeedMoreRows() {
    List<Carrier> carriers = new ArrayList<>();
    int before = 600;
    for (Carrier carrier : Shape.FIVE) {
      carriers.add(carrier);
      int rows = plan(Shape.of("some", 800, carriers)).asReleased().orElseThrow();
      assertThat(rows).isLessThanOrEqualTo(before + 1);
      before = rows;
    }
  }

  @Test
  void moreRecipientsNeverNeedFewerRows() {
    List<List<MarkedCell>> rows = Shape.of("three", 800, Shape.THREE).list(3);
    int before = 0;
    for (int recipients : new int[] {2, 100, 10_000, 1_000_000}) {
      RowsToName plan =
          new Planner(recipients, BOUND, PlannerTest::honey).rowsToName(rows, rows.size(), 0);
      assertThat(plan.asReleased().orElseThrow()).isGreaterThanOrEqualTo(before);
      assertThat(plan.retyped().orElseThrow()).isGreaterThanOrEqualTo(plan.cleaned().orElseThrow());
      before = plan.asReleased().orElseThrow();
    }
  }

  /** A factor that names at once: then it is only a matter of meeting one among the rows. */
  @Test
  void honeyCustomersHelpAsOftenAsTheRowsMeetThem() {
    Planner planner = new Planner(2, 1e-2, (rows, customers, seen) -> seen > 0 ? 50 : 0);
    List<List<MarkedCell>> bare = Shape.of("bare", 70, List.of()).list(1);
    OptionalInt rows = planner.rowsToName(bare, 70, 30).standardised();
    // 0.7^13 is just below 0.01; without repetition it takes fewer
    assertThat(rows.orElseThrow()).isBetween(10, 14);
    assertThat(planner.rowsToName(bare, 70, 0).standardised()).isEmpty();
    assertThat(planner.rowsToName(bare, 70, 1).standardised().orElse(71)).isBetween(69, 71);
  }

  @Test
  void theSameListGivesTheSameNumbers() {
    Shape shape = Shape.of("three", 400, Shape.THREE);
    assertThat(plan(shape)).isEqualTo(plan(shape));
  }
}
