package io.tidemark.trace;

/**
 * The bound on accusing an innocent: N / E, by Markov's inequality, whatever was done to the copy.
 */
public final class Bound {
  private Bound() {}

  /**
   * The chance that any innocent of {@code candidates} scores this high, at most 1.
   *
   * @param logEvidence the natural logarithm of E
   */
  public static double of(int candidates, double logEvidence) {
    return Math.min(1, StrictMath.exp(StrictMath.log(Math.max(1, candidates)) - logEvidence));
  }

  /**
   * What the k-th attempt at one case may spend: the policy's bound over k (k + 1), which sum to
   * the bound.
   */
  public static double atAttempt(double bound, int attempt) {
    return bound / ((double) attempt * (attempt + 1));
  }
}
