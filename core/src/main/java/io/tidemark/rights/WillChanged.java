package io.tidemark.rights;

/**
 * Somebody on a list withdrew or refused between the looking and the entry. Nothing was recorded
 * and nothing was opened; the flow looks again.
 */
public final class WillChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says nobody. */
  public WillChanged() {
    super("somebody on the list does not want it any more", null, false, false);
  }
}
