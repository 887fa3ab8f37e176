package io.tidemark.find.number;

import io.tidemark.find.written.Signs;

/**
 * The numbers of a date, in digits of any width or in Chinese numerals. Each is read into a place
 * of {@code date}; what is told is behind its last character, or where it was to begin if none
 * does. Stateless.
 */
final class DateNumbers {
  private static final int NUMERALS_OF_A_YEAR = 4;

  private DateNumbers() {}

  /** Up to {@code most} digits. */
  static int digits(String text, int from, int most, int[] date, int place) {
    return read(text, from, most, Signs.DIGIT, date, place);
  }

  /** A year: so many digits, or 二〇二六. */
  static int year(String text, int from, int digits, int[] date, int place) {
    boolean numerals = digits == NUMERALS_OF_A_YEAR && kind(text, from) == Signs.NUMERAL;
    return read(text, from, digits, numerals ? Signs.NUMERAL : Signs.DIGIT, date, place);
  }

  /** A month or a day: one or two digits, or 三, 十, 十二, 二十, 三十一. */
  static int small(String text, int from, int[] date, int place) {
    if (kind(text, from) == Signs.DIGIT) {
      return digits(text, from, 2, date, place);
    }
    int at = from;
    int tens = 0;
    int ones = numeral(text, at);
    if (ones > 0) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '十') {
      tens = Math.max(ones, 1);
      at++;
      ones = numeral(text, at);
      at += ones > 0 ? 1 : 0;
    }
    date[place] = 10 * tens + ones;
    return at;
  }

  /** Behind a space, if one stands there. */
  static int space(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
  }

  private static int read(String text, int from, int most, byte kind, int[] date, int place) {
    int at = from;
    int number = 0;
    while (at - from < most && kind(text, at) == kind) {
      number = number * 10 + Signs.digit(text.charAt(at));
      at++;
    }
    date[place] = number;
    return at;
  }

  private static int numeral(String text, int at) {
    return kind(text, at) == Signs.NUMERAL ? Signs.digit(text.charAt(at)) : 0;
  }

  private static byte kind(String text, int at) {
    return at < text.length() ? Signs.kind(text.charAt(at)) : Signs.LINE;
  }
}
