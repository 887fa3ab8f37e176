package io.tidemark.classify;

import java.util.Set;

/** What does not count as text: white space, invisible characters, words for "nothing". */
final class Blank {
  /** What exports write into a field that has no value, folded. */
  private static final Set<String> NOTHING =
      Set.of(
          "-", "--", "---", "—", "——", "/", "\\", "无", "暂无", "空", "未知", "NULL", "NIL", "NONE",
          "NAN", "NA", "N/A", "#N/A");

  private static final int LONGEST_NOTHING = 4;

  private Blank() {}

  /** White space of any script: Unicode's separators, tabs and line ends. */
  static boolean space(char c) {
    return c <= 0x7F
        ? c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F)
        : Character.isSpaceChar(c) || c == 0x85;
  }

  /** Control and format characters: byte order marks, zero-width joints, direction marks. */
  static boolean invisible(char c) {
    return c <= 0x7F
        ? (c < ' ' && !space(c)) || c == 0x7F
        : c != 0x85
            && (Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL);
  }

  /** Whether the folded text is a word for a missing value. */
  static boolean nothing(String folded) {
    return folded.isEmpty() || (folded.length() <= LONGEST_NOTHING && NOTHING.contains(folded));
  }

  /** The text without white space and invisible characters at both ends, otherwise untouched. */
  static String trimmed(String raw) {
    int from = 0;
    int to = raw.length();
    while (from < to && empty(raw.charAt(from))) {
      from++;
    }
    while (from < to && empty(raw.charAt(to - 1))) {
      to--;
    }
    return raw.substring(from, to);
  }

  private static boolean empty(char c) {
    return space(c) || invisible(c);
  }
}
