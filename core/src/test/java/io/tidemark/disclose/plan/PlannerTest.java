package io.tidemark.disclose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.LeakCondition;
import io.tidemark.trace.HoneyEvidence;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planner's numbers against leaks that are really scored. */
final class PlannerTest {
  private static final int RECIPIENTS = 1_000;
  private static final double BOUND = 5e-7;
  private static final double WANTED = Math.log(RECIPIENTS / BOUND);

  private static RowsToName plan(List<List<MarkedCell>> rows, int customers) {
    return new Planner(RECIPIENTS, BOUND, HoneyEvidence::log)
        .rowsToName(rows, rows.size(), customers);
  }

  private static RowsToName plan(Shape shape) {
    return plan(shape.list(1), 0);
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        Shape.of("three carriers", 2_000, Shape.THREE),
        Shape.of("five carriers", 2_000, Shape.FIVE),
        Shape.of("no address", 2_000, List.of(Carrier.MODEL_YEAR)),
        Shape.of("no model", 2_000, List.of(Carrier.PROVINCE, Carrier.UNIT)),
        Shape.of("unit and model", 2_000, List.of(Carrier.UNIT, Carrier.MODEL_YEAR)),
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
        assertThat(trial.named(more, 200)).as("%s: %s rows", condition, more).isGreaterThan(0.965);
        assertThat(trial.named(fewer, 200)).as("%s: %s rows", condition, fewer).isLessThan(0.999);
      } else {
        assertThat(trial.named(Math.min(400, rows.size()), 20)).isLessThan(0.99);
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
}
