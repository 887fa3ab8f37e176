package io.tidemark.server.passkey;

import java.util.Optional;

/** What a browser said of a passkey does not hold. */
public final class BadPasskey extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Long> shown;

  private BadPasskey(String what, Optional<Long> shown) {
    super(what, null, false, false);
    this.shown = shown;
  }

  static BadPasskey of(RuntimeException cause) {
    return new BadPasskey(cause.getClass().getSimpleName(), Optional.empty());
  }

  static BadPasskey counter(long shown) {
    return new BadPasskey("the counter went back", Optional.of(shown));
  }

  /**
   * The counter, where all holds but that it does not go on from the last one: the passkey may have
   * been copied.
   */
  public Optional<Long> counterThatWentBack() {
    return shown;
  }
}
