package io.tidemark.terms;

/** Names that somebody typed, on their way into the ledger or onto a screen. */
public final class Names {
  private static final int LONGEST = 64;

  private Names() {}

  /**
   * For the ledger: the name when it is one that we know. An unknown one could hold anything, a
   * customer's number too.
   */
  public static String known(String typed, boolean known) {
    return known ? typed : "(unknown)";
  }

  /** For a screen: the name, or a sign that it has not the form of one. */
  public static String readable(String typed) {
    boolean right = typed.length() <= LONGEST && typed.matches("[a-z0-9.-]+");
    return right ? typed : "(unreadable)";
  }
}
