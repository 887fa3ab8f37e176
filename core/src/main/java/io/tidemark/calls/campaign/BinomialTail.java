package io.tidemark.calls.campaign;

/**
 * The chance of at least so many successes: the exact one-sided test of a share (Clopper and
 * Pearson, Biometrika 26, 1934), added up from the largest term, so that it keeps its digits where
 * it is far below what a double can tell from 0.
 */
final class BinomialTail {
  private static final double NEGLIGIBLE = 1e-17;

  private BinomialTail() {}

  /**
   * The natural logarithm of the chance that of {@code n} trials with the chance {@code p} at least
   * {@code k} succeed; 0 where {@code k} is not above the mean.
   */
  static double log(int n, int k, double p) {
    if (k <= n * p || p >= 1) {
      return 0;
    }
    if (p <= 0) {
      return k > 0 ? Double.NEGATIVE_INFINITY : 0;
    }
    double first =
        logChoose(n, k)
            + k * StrictMath.log(p)
            + (n - k) * StrictMath.log1p(-p); // of exactly k successes
    double odds = p / (1 - p);
    double term = 1;
    double sum = 1;
    for (int i = k + 1; i <= n && term > sum * NEGLIGIBLE; i++) {
      term *= odds * (n - i + 1) / i;
      sum += term;
    }
    return Math.min(0, first + StrictMath.log(sum));
  }

  private static double logChoose(int n, int k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  }

  /** By Stirling's series, right to the last digits from 10 on; added up below. */
  private static double logFactorial(int n) {
    if (n < 10) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return StrictMath.log(product);
    }
    double x = n + 1.0;
    double inverse = 1 / x;
    double square = inverse * inverse;
    double series =
        inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0))));
    return (x - .5) * StrictMath.log(x) - x + .5 * StrictMath.log(2 * Math.PI) + series;
  }
}
