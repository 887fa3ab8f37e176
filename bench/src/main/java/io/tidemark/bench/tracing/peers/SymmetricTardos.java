package io.tidemark.bench.tracing.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The binary code of Tardos (STOC 2003) with the symmetric score of Škorić, Katzenbeisser and Celik
 * (Designs, Codes and Cryptography 46, 2008). At each position the chance of a 1 is {@code p =
 * sin^2 r}, r uniform between {@code asin(sqrt(t))} and its complement, {@code t = 1 / (300 c)}.
 * With y shown, {@code g1(p) = sqrt((1 - p) / p)} and {@code g0(p) = -sqrt(p / (1 - p))}, a
 * recipient with the bit x has the score {@code g1(p)} for y = x = 1, {@code g0(p)} for y = 1 and x
 * = 0, {@code g1(1 - p)} for y = x = 0, {@code g0(1 - p)} for y = 0 and x = 1: mean 0 and variance
 * 1 for an innocent. Over m positions a recipient is accused at {@code sqrt(m) z}, where z is
 * exceeded by a standard Gaussian with the chance alpha / N: the assumption of the article that
 * sums of scores are nearly Gaussian.
 *
 * @param seed decides biases and code words
 * @param colluders c, for which the biases are cut off
 * @param recipients N
 * @param alpha the chance of accusing anybody wrongly
 */
public record SymmetricTardos(long seed, int colluders, int recipients, double alpha) {
  /** The chance of a 1 at this position. */
  public double bias(int position) {
    double cut = Math.asin(Math.sqrt(1 / (300.0 * colluders)));
    double r = cut + (Math.PI / 2 - 2 * cut) * draw(-1, position);
    return Math.sin(r) * Math.sin(r);
  }

  /** The bit of this recipient at this position. */
  public int bit(int recipient, int position) {
    return draw(recipient, position) < bias(position) ? 1 : 0;
  }

  /** What a recipient with the bit x scores where y is shown and a 1 has the chance p. */
  static double score(int y, int x, double p) {
    double chance = x == 1 ? p : 1 - p; // of the recipient's own bit
    return y == x ? Math.sqrt((1 - chance) / chance) : -Math.sqrt((1 - chance) / chance);
  }

  /** The least sum of scores over {@code positions} that accuses. */
  public double threshold(int positions) {
    return Math.sqrt(positions)
        * NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / recipients);
  }

  /**
   * The recipients that are accused.
   *
   * @param positions the leaked positions
   * @param shown the bit that the leak shows at each
   */
  public List<Integer> accused(int[] positions, IntUnaryOperator shown) {
    double[] scores = new double[recipients];
    for (int position : positions) {
      int y = shown.applyAsInt(position);
      double p = bias(position);
      double one = score(y, 1, p);
      double zero = score(y, 0, p);
      for (int recipient = 0; recipient < recipients; recipient++) {
        scores[recipient] += draw(recipient, position) < p ? one : zero;
      }
    }
    double least = threshold(positions.length);
    List<Integer> accused = new ArrayList<>();
    for (int recipient = 0; recipient < recipients; recipient++) {
      if (scores[recipient] >= least) {
        accused.add(recipient);
      }
    }
    return accused;
  }

  /** What colluders show who take the bit that most, or that fewest, of them have. */
  public int mixed(List<Integer> who, int position, boolean rarest) {
    int ones = who.stream().mapToInt(recipient -> bit(recipient, position)).sum();
    if (ones == 0 || ones == who.size()) {
      return ones == 0 ? 0 : 1; // they show only what one of them has
    }
    int twice = 2 * ones - who.size();
    if (twice == 0) {
      return draw(-2, position) < 0.5 ? 0 : 1;
    }
    return twice > 0 == !rarest ? 1 : 0;
  }

  private double draw(int recipient, int position) {
    long z = seed * 0x9e3779b97f4a7c15L + ((long) recipient << 32) + position;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return new SplittableRandom(z ^ (z >>> 31)).nextDouble();
  }
}
