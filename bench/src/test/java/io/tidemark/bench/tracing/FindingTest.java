package io.tidemark.bench.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final List<String> SOURCE = List.of("ag-0001");

  @Test
  void theSourceAloneIsRight() {
    assertThat(found(true, "ag-0001").against(SOURCE)).isEqualTo(new Tally(1, 0, 1));
  }

  @Test
  void anInnocentBesideTheSourceIsWrongAndNotRight() {
    assertThat(found(true, "ag-0001", "ag-0002").against(SOURCE)).isEqualTo(new Tally(0, 1, 1));
  }

  @Test
  void aProbableSourceIsNeitherRightNorWrong() {
    assertThat(found(false, "ag-0001").against(SOURCE)).isEqualTo(new Tally(0, 0, 1));
  }

  @Test
  void aProbableInnocentIsWrong() {
    assertThat(found(false, "ag-0002").against(SOURCE)).isEqualTo(new Tally(0, 1, 1));
  }

  @Test
  void anybodyIsWrongWhereNobodyIsTheSource() {
    assertThat(found(true, "ag-0001").against(List.of())).isEqualTo(new Tally(0, 1, 1));
    assertThat(found(false).against(List.of())).isEqualTo(new Tally(0, 0, 1));
  }

  private static Finding found(boolean named, String... accused) {
    return new Finding(named, List.of(accused), 0.1);
  }
}
