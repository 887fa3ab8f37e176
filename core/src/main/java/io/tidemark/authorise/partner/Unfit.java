package io.tidemark.authorise.partner;

import io.tidemark.terms.Refusal;

/** A certification request or certificate that cannot be a partner's. */
public final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  Unfit(String rule, String zh, String en) {
    super(rule);
    this.refusal = Refusal.of(rule, zh, en);
  }

  /** Why; nothing of what was read stands in it. */
  public Refusal refusal() {
    return refusal;
  }
}
