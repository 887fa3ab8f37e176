package io.tidemark.bench;

/**
 * What a figure has to reach.
 *
 * @param value the bar
 * @param kind what it bounds
 */
public record Bar(double value, Kind kind) {
  private static final double HALF = 1.5;

  /** What a bar bounds. */
  public enum Kind {
    /**
     * Seconds, the fewer the better; how far they are off tells of the machine as much as of us.
     */
    CLOCK,
    /** Bytes, the fewer the better. */
    SIZE,
    /** A rate, the higher the better. */
    RATE
  }

  /** Seconds that must not be passed. */
  public static Bar clock(double seconds) {
    return new Bar(seconds, Kind.CLOCK);
  }

  /** A size that must not be passed. */
  public static Bar atMost(double size) {
    return new Bar(size, Kind.SIZE);
  }

  /** A rate that must be reached. */
  public static Bar atLeast(double rate) {
    return new Bar(rate, Kind.RATE);
  }

  /** How {@code figure} stands to it; by the clock alone nothing is far off. */
  public Outcome judge(double figure) {
    double excess = kind == Kind.RATE ? 2 - figure / value : figure / value;
    if (excess <= 1) {
      return Outcome.MET;
    }
    return excess <= HALF || kind == Kind.CLOCK ? Outcome.MISSED : Outcome.FAR;
  }

  /**
   * How an observed rate stands to it: by the lower end of its interval; when {@code quick}, by the
   * rate itself, and far off only where its whole interval is.
   */
  public Outcome judge(Rate rate, boolean quick) {
    if (!quick) {
      return judge(rate.lower());
    }
    Outcome seen = judge(rate.share());
    return seen == Outcome.FAR && judge(rate.upper()) != Outcome.FAR ? Outcome.MISSED : seen;
  }
}
