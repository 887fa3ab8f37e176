package io.tidemark.formats.pdf;

import io.tidemark.terms.Words;

/** A document that cannot be marked, and why. */
public final class CannotCarry extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Words reason;

  CannotCarry(String zh, String en) {
    super(en, null, false, false);
    this.reason = new Words(zh, en);
  }

  /** Why, and what can be done. */
  public Words reason() {
    return reason;
  }
}
