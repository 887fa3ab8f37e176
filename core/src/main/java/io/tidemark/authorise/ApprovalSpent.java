package io.tidemark.authorise;

/**
 * Two releases of one approved request met: the other was first. Nothing was opened for this one.
 */
public final class ApprovalSpent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the request. */
  public ApprovalSpent(String request) {
    super("the approval of " + request + " was used already");
  }
}
