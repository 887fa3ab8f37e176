package io.tidemark.fingerprint.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often an innocent scores high: never more often than the bound says. */
final class InnocentTailTest {
  private static final int INNOCENTS = 200_000;

  private static final List<Function<Played, Leak>> LEAKS =
      List.of(
          Played::original,
          list -> list.asReleased(Played.recipient(-1)),
          list -> list.retyped(Played.recipient(-1)),
          list ->
              list.mixed(
                  List.of(Played.recipient(-1), Played.recipient(-2)), Played.Mixing.RAREST));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void anInnocentIsNotScoredHighMoreOftenThanTheBoundSays(int kind) {
    int[] above = new int[5];
    int lists = 20;
    for (int seed = 0; seed < lists; seed++) {
      Leak leak = LEAKS.get(kind).apply(new Played(seed, 3 + seed % 8, Played.PRODUCT));
      LikelihoodRatio ratio = new LikelihoodRatio(leak);
      for (int innocent = 0; innocent < INNOCENTS / lists; innocent++) {
        double e = ratio.logOf(row -> true, Played.recipient(1_000_003L * seed + innocent));
        for (int power = 1; power <= 4; power++) {
          above[power] += e >= power * Math.log(10) ? 1 : 0;
        }
      }
    }
    for (int power = 1; power <= 4; power++) {
      double bound = Math.pow(10, -power);
      assertThat(atLeast(above[power], INNOCENTS, bound))
          .as("%s of %s at %s", above[power], INNOCENTS, bound)
          .isGreaterThan(0.005); // the lower Clopper-Pearson limit (99.5 %) is not above the bound
    }
  }

  /** P(X >= k) for X binomial (n, p): what the Clopper-Pearson limit inverts. */
  private static double atLeast(int k, int n, double p) {
    double log = n * Math.log1p(-p);
    double below = 0;
    for (int i = 0; i < k; i++) {
      below += Math.exp(log);
      log += Math.log((double) (n - i) / (i + 1)) + Math.log(p) - Math.log1p(-p);
    }
    return 1 - below;
  }

  /**
   * At 1e-6 by importance sampling: symbols are drawn as a guilty candidate's would be, by a
   * mixture of trusts, and every draw is weighted by how rare it is for an innocent.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void atOneInAMillionTheBoundHoldsToo(int kind) {
    double[] trusts = {0, 0.3, 0.6, 0.9, 0.99};
    SplittableRandom random = new SplittableRandom(kind);
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < draws; draw++) {
      Leak leak = LEAKS.get(kind).apply(new Played(draw / 500, 10, Played.PRODUCT));
      LikelihoodRatio ratio = new LikelihoodRatio(leak);
      for (int again = 0; again < 10; again++) {
        double trust = trusts[random.nextInt(trusts.length)];
        double[] weights = {1, 1, 1, 1, 1};
        long number = random.nextLong();
        java.util.Map<String, Integer> symbols = new java.util.HashMap<>();
        for (Leak.Cell cell : leak.rows().stream().flatMap(List::stream).toList()) {
          int symbol = Played.recipient(number).at(cell.position(), cell.carrier(), cell.biases());
          if (cell.tells() && random.nextDouble() < trust) {
            symbol = likeShown(cell, random);
          }
          symbols.put(cell.position() + " " + cell.carrier(), symbol);
          boolean match = cell.tells() && cell.shown().admits(symbol);
          for (int i = 0; i < trusts.length && cell.tells(); i++) {
            weights[i] *= 1 - trusts[i] + (match ? trusts[i] / cell.p() : 0);
          }
        }
        double e =
            ratio.logOf(
                row -> true,
                (position, carrier, biases) -> symbols.getOrDefault(position + " " + carrier, 0));
        double mixed = java.util.Arrays.stream(weights).sum() / trusts.length;
        double weight = e >= Math.log(1e6) ? 1 / mixed : 0;
        sum += weight;
        squares += weight * weight;
      }
      draw += 9;
    }
    double rate = sum / draws;
    double error = Math.sqrt(squares) / draws;
    assertThat(rate).isPositive();
    assertThat(rate + 3 * error).isLessThan(1e-6);
  }

  /** A symbol among the shown ones, by the biases. */
  private static int likeShown(Leak.Cell cell, SplittableRandom random) {
    int symbol;
    do {
      symbol = cell.biases().spelling(random.nextInt(Biases.WHOLE));
    } while (!cell.shown().admits(symbol));
    return symbol;
  }
}
