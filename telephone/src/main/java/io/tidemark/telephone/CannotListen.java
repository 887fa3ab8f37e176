package io.tidemark.telephone;

/** An address on which calls cannot be heard. */
public final class CannotListen extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Listening listening;

  CannotListen(Listening listening, Exception cause) {
    super("cannot listen on " + listening, cause);
    this.listening = listening;
  }

  /** Which address. */
  public Listening listening() {
    return listening;
  }
}
