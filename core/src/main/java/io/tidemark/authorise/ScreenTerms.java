package io.tidemark.authorise;

/**
 * What pages that show personal data carry. Part of a {@link Policy}. Immutable.
 *
 * @param mark whether they carry who looked and in which minute, where nobody sees it
 * @param line whether the viewer's name stands across them, where everybody does
 */
public record ScreenTerms(boolean mark, boolean line) {
  /** Where a policy is silent. */
  public static final ScreenTerms USUAL = new ScreenTerms(true, false);
}
