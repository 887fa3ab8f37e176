package io.tidemark.bench.tracing.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuiltTest {
  @Test
  void theExampleOfThePaperIsReproduced() {
    // section 4: R1 = {t1, t2}, R2 = {t1, t3}, S = {t1, t2, t3}, p = 0.2
    Guilt guilt = new Guilt();
    guilt.add(List.of("t1", "t2"));
    guilt.add(List.of("t1", "t3"));
    double[] both = guilt.of(List.of("t1", "t2", "t3"));
    assertThat(both[0]).isCloseTo(1 - (1 - 0.8 / 2) * (1 - 0.8), within(1e-12));
    assertThat(both[1]).isEqualTo(both[0]);
  }

  @Test
  void identicalListsTieWhateverLeaks() {
    Guilt guilt = new Guilt();
    for (int agent = 0; agent < 50; agent++) {
      guilt.add(List.of("a", "b", "c"));
    }
    double[] guilts = guilt.of(List.of("a", "c"));
    assertThat(Guilt.tied(guilts)).isEqualTo(50);
    assertThat(Guilt.among(guilts, 7)).isTrue();
  }

  @Test
  void whoHoldsMoreOfTheLeakIsGuiltier() {
    Guilt guilt = new Guilt();
    guilt.add(List.of("a", "b"));
    guilt.add(List.of("a"));
    double[] guilts = guilt.of(List.of("a", "b", "stranger"));
    assertThat(Guilt.among(guilts, 0)).isTrue();
    assertThat(Guilt.among(guilts, 1)).isFalse();
  }
}
