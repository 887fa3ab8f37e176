package io.tidemark.terms;

/** Names that somebody typed, on their way into the ledger. */
public final class Names {
  private static final int LONGEST = 64;

  private Names() {}

  /**
   * The name, or a sign that it was none: an unknown name could hold anything, personal data too.
   */
  public static String safe(String typed) {
    boolean right = typed.length() <= LONGEST && typed.matches("[a-z0-9.-]+");
    return right ? typed : "(unreadable)";
  }
}
