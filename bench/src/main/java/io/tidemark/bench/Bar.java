package io.tidemark.bench;

/**
 * What a figure has to reach.
 *
 * @param value the bar
 * @param atMost whether less is better
 */
public record Bar(double value, boolean atMost) {
  /** A bar that must not be passed: seconds, bytes. */
  public static Bar atMost(double value) {
    return new Bar(value, true);
  }

  /** A bar that must be reached: a rate. */
  public static Bar atLeast(double value) {
    return new Bar(value, false);
  }

  /** How {@code figure} stands to it. */
  public Outcome judge(double figure) {
    double excess = atMost ? figure / value : 2 - figure / value;
    if (excess <= 1) {
      return Outcome.MET;
    }
    return excess <= 1.5 ? Outcome.MISSED : Outcome.FAR;
  }
}
