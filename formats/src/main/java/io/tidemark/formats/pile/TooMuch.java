package io.tidemark.formats.pile;

import io.tidemark.terms.Words;
import java.io.IOException;

/** More than the limits of a pile allow. */
final class TooMuch extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Words reason;

  TooMuch(String zh, String en) {
    this(new Words(zh, en));
  }

  TooMuch(Words reason) {
    super(reason.en());
    this.reason = reason;
  }

  Words reason() {
    return reason;
  }
}
