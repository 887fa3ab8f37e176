package io.tidemark.formats.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that XML cannot hold stand in a workbook as {@code _x000D_} (ECMA-376 part 1,
 * 22.9.2.19, ST_Xstring); a text that looks so itself has its first underscore escaped.
 */
final class EscapedText {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern TO_ESCAPE =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}|_(?=x[0-9A-Fa-f]{4}_)");

  private EscapedText() {}

  static String decoded(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(m.group(1), 16))))
        : text;
  }

  static String encoded(String text) {
    return plain(text)
        ? text
        : TO_ESCAPE
            .matcher(text)
            .replaceAll(m -> String.format("_x%04X_", (int) m.group().charAt(0)));
  }

  /** Nearly every cell: nothing that could need an escape. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '_' || Character.isSurrogate(c) || c >= 0xFFFE) {
        return false;
      }
    }
    return true;
  }
}
