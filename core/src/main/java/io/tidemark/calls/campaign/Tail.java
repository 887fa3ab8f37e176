package io.tidemark.calls.campaign;

/**
 * What one test said.
 *
 * @param calls how many calls were tested
 * @param within how many of these fell into the window
 * @param window which window
 * @param logChance the natural logarithm of the chance of so many, exact
 */
record Tail(int calls, int within, int window, double logChance) {
  /** What is likelier by chance than this is never reported. */
  private static final double LOG_LEAST = Math.log(1e-5);

  /** Whether the fewest calls that could ever be reported are reached. */
  static boolean canTell(int calls, double share) {
    return calls * Math.log(share) < LOG_LEAST;
  }

  static Tail of(int calls, int within, int window, double share) {
    return new Tail(calls, within, window, BinomialTail.log(calls, within, share));
  }

  boolean tells() {
    return logChance < LOG_LEAST;
  }

  /**
   * How much better calls fit a share as was found here than the share of everybody, as a
   * logarithm.
   */
  double fits(int calls, int within, double base) {
    double share = Math.min(.999, (double) this.within / this.calls);
    return within * Math.log(share / base) + (calls - within) * Math.log((1 - share) / (1 - base));
  }
}
