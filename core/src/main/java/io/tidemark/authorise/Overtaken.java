package io.tidemark.authorise;

/**
 * Somebody else decided the same request or grant at the same moment. Nothing was done; look again.
 */
public final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the request or grant. */
  public Overtaken(String request) {
    super("somebody else decided " + request + " at the same moment");
  }
}
