package io.tidemark.find.written;

import java.text.Normalizer;

/** Letters of the Latin alphabet in another dress: Ａ, 𝐀, Ⓐ, 🅐, 🄰, 🇦. Stateless. */
final class Compatible {
  private static final int LETTERS = 26;
  private static final int FIRST_IDEOGRAPH = 0x2E80;
  private static final int LAST_IDEOGRAPH = 0xFEFF;
  private static final int[] DRESSED = {0x1F150, 0x1F170, 0x1F1E6};
  private static final int MATHEMATICAL = 0x1D400;
  private static final int MATHEMATICAL_END = 0x1D7CE;
  private static final int ENCLOSED = 0x1F110;
  private static final int ENCLOSED_END = 0x1F150;
  private static final char[] MATHEMATICS = letters(MATHEMATICAL, MATHEMATICAL_END);
  private static final char[] ENCLOSURES = letters(ENCLOSED, ENCLOSED_END);

  private Compatible() {}

  /** The ASCII letter that it is, in its own case; 0 where it is none. */
  static char letter(int point) {
    if (point < 0x80) {
      return ascii((char) point) ? (char) point : 0;
    }
    if (point >= FIRST_IDEOGRAPH && point <= LAST_IDEOGRAPH) {
      return 0;
    }
    if (point >= MATHEMATICAL && point < MATHEMATICAL_END) {
      return MATHEMATICS[point - MATHEMATICAL];
    }
    if (point >= ENCLOSED && point < ENCLOSED_END) {
      return ENCLOSURES[point - ENCLOSED];
    }
    for (int first : DRESSED) {
      if (point >= first && point < first + LETTERS) {
        return (char) ('A' + point - first);
      }
    }
    return point < 0x10000 ? folded(point) : 0;
  }

  private static char[] letters(int from, int to) {
    char[] letters = new char[to - from];
    for (int point = from; point < to; point++) {
      letters[point - from] = folded(point);
    }
    return letters;
  }

  /** By NFKC, brackets of ⒜ taken away. */
  private static char folded(int point) {
    if (Character.isSurrogate((char) point) && point < 0x10000) {
      return 0;
    }
    String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
    if (plain.length() == 3 && plain.charAt(0) == '(') {
      plain = plain.substring(1, 2);
    }
    return plain.length() == 1 && ascii(plain.charAt(0)) ? plain.charAt(0) : 0;
  }

  private static boolean ascii(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
