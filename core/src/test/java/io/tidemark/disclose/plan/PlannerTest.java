package io.tidemark.disclose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.Seed;
import io.tidemark.fingerprint.spelling.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final int SIZE = 400;
  private static final double BOUND = 5e-7;

  private final List<List<MarkedCell>> rows =
      Stream.generate(new SplittableRandom(3)::split).limit(SIZE).map(PlannerTest::row).toList();

  @Test
  void aListWithThreeCarriersNeedsAboutTenRowsAndMoreOnceRewritten() {
    RowsToName plan = new Planner(1_000, BOUND, 0).rowsToName(rows, SIZE);
    assertThat(plan.asReleased().orElseThrow()).isBetween(8, 11);
    assertThat(plan.cleaned().orElseThrow())
        .isGreaterThanOrEqualTo(plan.asReleased().orElseThrow());
    assertThat(plan.retyped().orElseThrow()).isBetween(15, 25);
  }

  @Test
  void nothingNamesAStandardisedCopyWithoutHoneyCustomers() {
    assertThat(new Planner(1_000, BOUND, 0).rowsToName(rows, SIZE).standardised()).isEmpty();
  }

  @Test
  void aStandardisedCopyIsNamedByItsHoneyCustomersAlone() {
    // one row in fifty is a honey customer: 1 - 0.98^k reaches 0.99 at k = 228
    assertThat(new Planner(1_000, BOUND, 0.02).rowsToName(rows, SIZE).standardised().orElseThrow())
        .isBetween(180, 280);
  }

  @Test
  void moreCandidatesNeedMoreRows() {
    int few = new Planner(2, BOUND, 0).rowsToName(rows, SIZE).asReleased().orElseThrow();
    int many = new Planner(1_000_000, BOUND, 0).rowsToName(rows, SIZE).asReleased().orElseThrow();
    assertThat(many).isGreaterThan(few);
  }

  private static List<MarkedCell> row(SplittableRandom random) {
    List<MarkedCell> cells = new ArrayList<>();
    for (Carrier carrier : List.of(Carrier.PROVINCE, Carrier.UNIT, Carrier.MODEL_YEAR)) {
      String seed = String.format("%016x%016x", random.nextLong(), random.nextLong());
      Biases biases = Biases.draw(Seed.parse(seed), carrier);
      cells.add(new MarkedCell(carrier, biases, biases.spelling(random.nextInt(Biases.WHOLE))));
    }
    return cells;
  }
}
