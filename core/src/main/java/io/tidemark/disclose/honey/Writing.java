package io.tidemark.disclose.honey;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Writes an invented value as a neighbour's is written: the same separators, widths and case.
 * Stateless.
 */
final class Writing {
  private Writing() {}

  /**
   * {@code invented} in the manner of {@code written}, which says {@code canonical}; plainly where
   * the letters and digits of the two do not correspond one to one.
   */
  static String like(String written, String canonical, String invented) {
    if (canonical.length() != invented.length()) {
      return invented;
    }
    StringBuilder out = new StringBuilder(written.length());
    int next = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean same = next < canonical.length() && folded(c) == canonical.charAt(next);
      out.append(same ? manner(c, invented.charAt(next++)) : c);
    }
    return next == canonical.length() ? out.toString() : invented;
  }

  private static char folded(char c) {
    String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return plain.toUpperCase(Locale.ROOT).charAt(0);
  }

  private static char manner(char written, char invented) {
    boolean ascii = invented > ' ' && invented < 0x7F;
    char cased = Character.isLowerCase(written) ? Character.toLowerCase(invented) : invented;
    return ascii && written >= '\uff01' && written <= '\uff5e' ? (char) (cased + 0xFEE0) : cased;
  }
}
