package io.tidemark.disclose;

/**
 * Two releases met at one number of a honey customer: the other was first. Nothing of this step was
 * recorded.
 */
public final class HoneyNumberTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says no number. */
  public HoneyNumberTaken() {
    super("another release took a number of a honey customer at the same moment");
  }
}
