package io.tidemark.vault;

/** A key that does not open what it should open: the wrong master key, or altered bytes. */
public final class WrongKey extends Exception {
  private static final long serialVersionUID = 1L;

  public WrongKey(String message) {
    super(message);
  }
}
