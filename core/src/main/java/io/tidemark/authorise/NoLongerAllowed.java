package io.tidemark.authorise;

import io.tidemark.terms.Refusal;

/**
 * What a permit rested on was revoked, ended or used up between the decision and its entry. Nothing
 * was recorded and nothing was opened; the flow records the refusal.
 */
public final class NoLongerAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** With the refusal that holds now. */
  public NoLongerAllowed(Refusal refusal) {
    super(refusal.rule());
    this.refusal = refusal;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
