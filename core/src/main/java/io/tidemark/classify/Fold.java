package io.tidemark.classify;

import java.text.Normalizer;

/**
 * Folds spellings of one text into one: NFKC (UAX #15, so full-width digits and letters become
 * ASCII), invisible characters gone, white space treated as {@link Gaps} says, and for codes a few
 * separators gone and ASCII letters in upper case. Idempotent.
 *
 * <p>Text that is already folded is recognised by one loop and returned itself; full-width and
 * spaced text takes a second loop; only rare characters reach {@link Normalizer}.
 */
final class Fold {
  /** What becomes of white space inside the text; outside it always goes. */
  enum Gaps {
    /** Nothing is left of it. */
    NONE,
    /** One space between two letters of an alphabet, nothing between hanzi. */
    BETWEEN_LETTERS,
    /** One space. */
    ONE
  }

  /** Dashes of all kinds that people type between groups of digits. */
  static final String DASHES = "-‐‒–—―−";

  /** The marks that a spreadsheet or a hurried hand leaves before a number kept as text. */
  static final String QUOTES = "'‘’`\"";

  /** Running text without white space. */
  static final Fold TEXT = new Fold("", Gaps.NONE, false);

  private final String dropped;
  private final Gaps gaps;
  private final boolean upper;

  Fold(String dropped, Gaps gaps, boolean upper) {
    this.dropped = dropped;
    this.gaps = gaps;
    this.upper = upper;
  }

  String apply(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (!stays(raw.charAt(i))) {
        return rebuilt(raw);
      }
    }
    return raw;
  }

  private boolean stays(char c) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= '\u4e00' && c <= '\u9fff')) {
      return true;
    }
    if (c >= 'a' && c <= 'z') {
      return !upper;
    }
    return c > ' ' && c < 0x7F && dropped.indexOf(c) < 0;
  }

  private String rebuilt(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (!simple(raw.charAt(i))) {
        return composed(raw);
      }
    }
    return stripped(raw);
  }

  /**
   * Characters that NFKC leaves alone, or that {@link #narrow} brings to the same ASCII character,
   * and that never join with a neighbour.
   */
  private static boolean simple(char c) {
    return c < 0x7F
        || (c >= '\u4e00' && c <= '\u9fff')
        || wide(c)
        || c == '\u3000'
        || c == '·'
        || c == '•';
  }

  /** Taking out white space can bring a letter and its accent together, hence the repetition. */
  private String composed(String raw) {
    String text = raw;
    while (true) {
      String next = stripped(Normalizer.normalize(text, Normalizer.Form.NFKC));
      if (next.equals(text)) {
        return text;
      }
      text = next;
    }
  }

  private String stripped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = narrow(text.charAt(i));
      if (Blank.space(c)) {
        gap = true;
      } else if (!Blank.invisible(c) && dropped.indexOf(c) < 0) {
        if (gap && out.length() > 0 && gapBetween(out.charAt(out.length() - 1), c)) {
          out.append(' ');
        }
        gap = false;
        out.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
      }
    }
    return out.toString();
  }

  private boolean gapBetween(char before, char after) {
    return switch (gaps) {
      case NONE -> false;
      case ONE -> true;
      case BETWEEN_LETTERS -> alphabetic(before) && alphabetic(after);
    };
  }

  private static boolean alphabetic(char c) {
    return Character.isLetter(c) && c < '\u2e80';
  }

  private static boolean wide(char c) {
    return c >= '\uff01' && c <= '\uff5e';
  }

  private static char narrow(char c) {
    return wide(c) ? (char) (c - 0xFEE0) : c == '\u3000' ? ' ' : c;
  }
}
