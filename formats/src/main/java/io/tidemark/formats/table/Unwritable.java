package io.tidemark.formats.table;

import io.tidemark.terms.Words;
import java.io.IOException;

/** A row that the chosen format cannot hold. */
public final class Unwritable extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Words reason;

  Unwritable(String zh, String en) {
    super(en);
    this.reason = new Words(zh, en);
  }

  /** Why, without any personal value. */
  public Words reason() {
    return reason;
  }
}
