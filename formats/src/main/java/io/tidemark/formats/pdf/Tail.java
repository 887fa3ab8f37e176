package io.tidemark.formats.pdf;

/** The upper tail of fair coins. */
final class Tail {
  private Tail() {}

  /** The probability of at least so many heads in so many throws; in (0, 1]. */
  static double atLeast(int heads, int throwsMade) {
    double log = -throwsMade * Math.log(2); // of the probability of exactly k heads, k = throwsMade
    double sum = 0;
    for (int k = throwsMade; k >= heads; k--) {
      sum += Math.exp(log);
      log += Math.log(k) - Math.log(throwsMade - k + 1.0);
    }
    return Math.min(1, Math.max(sum, Double.MIN_NORMAL));
  }
}
