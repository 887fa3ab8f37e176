package io.tidemark.authorise;

/**
 * How alias numbers live on after they were given. Part of a {@link Policy}. Immutable.
 *
 * @param restDays for how many days a number rests after its binding has ended before it is bound
 *     again, at least {@link #LEAST}
 * @param calls whose calls go through
 */
public record AliasTerms(int restDays, CallTerms calls) {
  /** Six months: bindings are kept so long at least, and no number is reused within that time. */
  public static final int LEAST = 184;

  /** Where a policy is silent. */
  public static final AliasTerms USUAL = new AliasTerms(365, CallTerms.USUAL);

  /** Refuses a rest that is shorter than the time for which bindings must be kept. */
  public AliasTerms {
    if (restDays < LEAST) {
      throw new IllegalArgumentException("a number rests at least " + LEAST + " days");
    }
  }
}
