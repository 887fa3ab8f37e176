package io.tidemark.classify;

/** Questions about the characters of a folded text. */
final class Chars {
  private Chars() {}

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean hanzi(char c) {
    return (c >= '\u4e00' && c <= '\u9fff') || (c >= '\u3400' && c <= '\u4dbf') || c == '〇';
  }

  /** How many digits follow from {@code at}. */
  static int digitRun(String text, int at) {
    int end = at;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  /** Whether {@code from} up to {@code to} holds digits only, and at least one. */
  static boolean digits(String text, int from, int to) {
    return from < to && to <= text.length() && digitRun(text, from) >= to - from;
  }

  static boolean digits(String text) {
    return digits(text, 0, text.length());
  }

  /** The number that the digits between {@code from} and {@code to} (nine at most) write. */
  static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  static int count(String text, boolean letters) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (letters ? upper(c) : digit(c)) {
        count++;
      }
    }
    return count;
  }

  /** Whether a folded text in upper case has the shape 5.10117E+17 of a spreadsheet. */
  static boolean powerOfTen(String text) {
    int e = text.indexOf('E');
    if (e < 1 || !digit(text.charAt(0))) {
      return false;
    }
    boolean mantissa = e == 1 || (text.charAt(1) == '.' && digits(text, 2, e));
    int exponent = e + 1 < text.length() && text.charAt(e + 1) == '+' ? e + 2 : e + 1;
    return mantissa && digits(text, exponent, text.length()) && text.length() - exponent <= 3;
  }
}
