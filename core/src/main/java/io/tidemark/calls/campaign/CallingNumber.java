package io.tidemark.calls.campaign;

import java.util.OptionalLong;

/**
 * Calling numbers as primitive longs: a 1, then the digits, so that leading zeros and the length
 * are kept and dropping last digits gives a block of numbers.
 */
public final class CallingNumber {
  /** Digits that fit. */
  public static final int MOST_DIGITS = 17;

  private CallingNumber() {}

  /** The code of these digits; nothing for other characters, none, or more than fit. */
  public static OptionalLong of(CharSequence digits) {
    if (digits.length() == 0 || digits.length() > MOST_DIGITS) {
      return OptionalLong.empty();
    }
    long code = 1;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalLong.empty();
      }
      code = code * 10 + (c - '0');
    }
    return OptionalLong.of(code);
  }

  /** The digits of a code. */
  public static String digits(long code) {
    return Long.toString(code).substring(1);
  }
}
