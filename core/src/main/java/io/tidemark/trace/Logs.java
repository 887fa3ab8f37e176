package io.tidemark.trace;

import java.util.Collection;

/** Likelihoods that are kept as natural logarithms. */
public final class Logs {
  private Logs() {}

  /** The logarithm of the sum. */
  public static double sum(double... logs) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      greatest = Math.max(greatest, log);
    }
    if (greatest == Double.NEGATIVE_INFINITY) {
      return greatest;
    }
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.exp(log - greatest);
    }
    return greatest + StrictMath.log(sum);
  }

  /** The logarithm of the sum. */
  public static double sum(Collection<Double> logs) {
    return sum(logs.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * What it makes more likely that {@code drawn} of {@code size} are drawn without putting any
   * back: {@code log(size^drawn (size - drawn)! / size!)}, at least 0, by Stirling's formula with
   * half a unit added, which is right within 0.07 down to 0! and takes fractions.
   */
  public static double nobodyTwice(double size, double drawn) {
    double left = Math.max(0, size - drawn) + .5;
    double all = size + .5;
    return drawn * StrictMath.log(size)
        - all * StrictMath.log(all)
        + left * StrictMath.log(left)
        + all
        - left;
  }
}
