package io.tidemark.bench.tracing.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SymmetricTardosTest {
  private static final SymmetricTardos CODE = new SymmetricTardos(1, 10, 1_000, 1e-6);

  @Test
  void theScoresAreThoseOfTheArticle() {
    assertThat(SymmetricTardos.score(1, 1, 0.2)).isCloseTo(2, within(1e-12));
    assertThat(SymmetricTardos.score(1, 0, 0.2)).isCloseTo(-0.5, within(1e-12));
    assertThat(SymmetricTardos.score(0, 0, 0.2)).isCloseTo(0.5, within(1e-12));
    assertThat(SymmetricTardos.score(0, 1, 0.2)).isCloseTo(-2, within(1e-12));
  }

  @Test
  void biasesFollowTheCutArcsine() {
    double[] biases = IntStream.range(0, 100_000).mapToDouble(CODE::bias).toArray();
    double cut = 1 / 3_000.0;
    assertThat(Arrays.stream(biases).min().orElse(0)).isBetween(cut - 1e-12, 2 * cut);
    assertThat(Arrays.stream(biases).max().orElse(0)).isBetween(1 - 2 * cut, 1 - cut + 1e-12);
    long low = Arrays.stream(biases).filter(p -> p < 0.25).count();
    double a = Math.asin(Math.sqrt(cut));
    double expected = (Math.PI / 6 - a) / (Math.PI / 2 - 2 * a); // arcsine: sin^2 30 degrees = 1/4
    assertThat(low / 1e5).isCloseTo(expected, within(0.006));
  }

  @Test
  void theThresholdIsSixSigmaForOneInABillion() {
    assertThat(CODE.threshold(10_000)).isCloseTo(599.8, within(0.2));
  }

  @Test
  void innocentsPassAKnownThresholdAsOftenAsAGaussian() {
    SymmetricTardos loose = new SymmetricTardos(2, 10, 4_000, 4_000 * 0.02);
    int[] positions = IntStream.range(0, 600).toArray();
    List<Integer> accused = loose.accused(positions, position -> loose.bit(-7, position));
    assertThat(accused.size() / 4_000.0).isBetween(0.012, 0.028);
  }

  @Test
  void aLeakerOfThreeHundredPositionsIsCaughtAndOfThirtyMissed() {
    int[] many = IntStream.range(0, 300).toArray();
    int[] few = IntStream.range(0, 30).toArray();
    assertThat(CODE.accused(many, position -> CODE.bit(9, position))).containsExactly(9);
    assertThat(CODE.accused(few, position -> CODE.bit(9, position))).doesNotContain(9);
  }

  @Test
  void colludersShowOnlyWhatOneOfThemHas() {
    List<Integer> who = List.of(1, 2, 3);
    for (int position = 0; position < 500; position++) {
      int at = position;
      int ones = who.stream().mapToInt(recipient -> CODE.bit(recipient, at)).sum();
      int majority = CODE.mixed(who, position, false);
      assertThat(majority).isEqualTo(ones >= 2 ? 1 : 0);
      assertThat(CODE.mixed(who, position, true))
          .isEqualTo(ones == 0 || ones == 3 ? majority : 1 - majority);
    }
  }
}
