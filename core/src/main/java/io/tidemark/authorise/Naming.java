package io.tidemark.authorise;

/**
 * How people may be named in requests that come over the network, whose counts would tell who is in
 * custody. Part of a {@link Policy}. Immutable.
 *
 * @param pace requests of one person; what is missed is a number that nobody in custody has, or a
 *     condition that too few meet
 * @param fewest a condition that fewer people meet is answered as if nobody did, at least 1
 */
public record Naming(Pace pace, int fewest) {
  /** Where a policy is silent. */
  public static final Naming USUAL = new Naming(new Pace(60, 300, 100, 60), 5);

  /** Refuses a number of people below 1. */
  public Naming {
    if (fewest < 1) {
      throw new IllegalArgumentException("a condition that is answered is met by somebody");
    }
  }
}
