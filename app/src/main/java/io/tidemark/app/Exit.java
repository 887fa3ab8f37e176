package io.tidemark.app;

/** Exit statuses that scripts rely on. */
public final class Exit {
  /** Done. */
  public static final int DONE = 0;

  /** Done, and the answer is no. */
  public static final int ANSWER_IS_NO = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** Nothing could be read. */
  public static final int UNREADABLE = 3;

  /** Refused by policy. */
  public static final int REFUSED = 4;

  /** The system's own fault. */
  public static final int FAULT = 5;

  /** Done in part: what could not be read was skipped and is listed. */
  public static final int IN_PART = 6;

  private Exit() {}
}
