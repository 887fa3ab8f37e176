package io.tidemark.fingerprint.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rare innocents, drawn as they are and drawn tilted, are equally rare. */
final class TiltedInnocentTest {
  private static final int DRAWS = 40_000;
  private static final double HUNDRED = Math.log(100);
  private static final List<Function<Played, Leak>> LEAKS =
      List.of(
          Played::original,
          list -> list.asReleased(Played.recipient(-1)),
          list -> list.retyped(Played.recipient(-1)),
          list ->
              list.mixed(
                  List.of(Played.recipient(-1), Played.recipient(-2)), Played.Mixing.RAREST));

  /** A mean over draws. */
  private record Mean(double value, double error) {
    static Mean of(int draws, java.util.function.DoubleSupplier next) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < draws; i++) {
        double one = next.getAsDouble();
        sum += one;
        squares += one * one;
      }
      double mean = sum / draws;
      return new Mean(mean, Math.sqrt((squares / draws - mean * mean) / draws));
    }
  }

  private static LikelihoodRatio ratio(int kind, int rows) {
    return new LikelihoodRatio(LEAKS.get(kind).apply(new Played(7, rows, Played.RENEWAL)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void theWeightsHaveTheMeanOne(int kind) {
    TiltedInnocent tilted = new TiltedInnocent(ratio(kind, 2));
    SplittableRandom random = new SplittableRandom(kind);
    Mean mean = Mean.of(DRAWS, () -> Math.exp(-tilted.logOfDraw(random)));
    assertThat(Math.abs(mean.value() - 1)).isLessThan(4 * mean.error());
    assertThat(mean.error()).isLessThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aHundredIsAsRareAsAmongPlainInnocents(int kind) {
    LikelihoodRatio ratio = ratio(kind, 3);
    TiltedInnocent tilted = new TiltedInnocent(ratio);
    SplittableRandom random = new SplittableRandom(kind);
    Mean rare =
        Mean.of(
            DRAWS,
            () -> {
              double log = tilted.logOfDraw(random);
              return log >= HUNDRED ? Math.exp(-log) : 0;
            });
    long[] innocent = {1_000_003L * kind};
    Mean plain =
        Mean.of(
            3 * DRAWS,
            () -> {
              double log = ratio.logOf(row -> true, Played.recipient(innocent[0]++));
              return log >= HUNDRED ? 1 : 0;
            });
    assertThat(rare.value()).isPositive().isLessThan(0.01);
    assertThat(Math.abs(rare.value() - plain.value()))
        .isLessThan(4 * Math.hypot(rare.error(), plain.error()));
  }
}
