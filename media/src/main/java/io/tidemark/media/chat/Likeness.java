package io.tidemark.media.chat;

/** Whether two readings are of one text: screenshots differ by what a reader makes of an edge. */
final class Likeness {
  private static final int ONE_IN = 5;

  private Likeness() {}

  /** Whether at most one character in five is another (Levenshtein 1965). */
  static boolean same(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    return Math.abs(one.length() - other.length()) <= longer / ONE_IN
        && distance(one, other) <= longer / ONE_IN;
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
