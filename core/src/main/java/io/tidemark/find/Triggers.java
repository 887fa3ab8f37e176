package io.tidemark.find;

import io.tidemark.find.number.Accounts;
import io.tidemark.find.number.NamedModels;
import io.tidemark.find.number.Numbers;
import io.tidemark.find.written.Signs;

/** What a search stops at, one byte a character; it passes over everything else. Immutable. */
final class Triggers {
  static final byte DIGIT = 1;
  static final byte NUMERAL = 2;

  /** The first half of a pair, which may be a digit. */
  static final byte HALF = 3;

  /** An @, or with what people write for it begins. */
  static final byte AT = 4;

  static final byte LINE = 5;

  /** The end of a word behind which an account or a model may stand that has no digit; 月, 号, 日. */
  static final byte WORD = 6;

  private static final byte[] ALL = all();

  private Triggers() {}

  private static byte[] all() {
    byte[] all = new byte[0x10000];
    for (int c = 0; c < all.length; c++) {
      all[c] =
          switch (Signs.kind((char) c)) {
            case Signs.DIGIT, Signs.ENCLOSED -> DIGIT;
            case Signs.NUMERAL -> NUMERAL;
            case Signs.LINE -> LINE;
            default -> Character.isHighSurrogate((char) c) ? HALF : 0;
          };
    }
    Accounts.ENDS.chars().forEach(c -> all[c] = WORD);
    Numbers.BEHIND_TEN.chars().forEach(c -> all[c] = WORD);
    NamedModels.ENDS.chars().forEach(c -> all[c] = WORD);
    Numbers.ADDRESS_SIGNS.chars().forEach(c -> all[c] = AT);
    return all;
  }

  /** One of those above, or 0. */
  static byte of(char c) {
    return ALL[c];
  }

  /** Whether anything stands in a text that a search would look at: most cells have none. */
  static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (ALL[text.charAt(i)] != 0) {
        return true;
      }
    }
    return false;
  }
}
