package io.tidemark.authorise;

/**
 * Somebody else moved the same request, grant or delegation first. Nothing was recorded: look at it
 * again.
 */
public final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names it. */
  public Overtaken(String what) {
    super(what + " was moved by somebody else");
  }
}
