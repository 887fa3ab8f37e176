package io.tidemark.classify;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts in yuan to plain decimals with two digits: thousands separators, currency signs and words
 * taken away, more than two decimals (the noise of binary fractions) rounded half up. Negative
 * amounts, as endorsements have them, may be written in brackets.
 */
final class Premium {
  private static final Fold FOLD = new Fold(Fold.QUOTES, Fold.Gaps.NONE, true);
  private static final String[] BEFORE = {"人民币", "RMB", "CNY", "CN¥", "¥", "+"};
  private static final String[] AFTER = {"元整", "元", "圆", "RMB", "CNY"};
  private static final Suspicion NOT_A_NUMBER =
      Suspicion.of("premium-not-a-number", "保费不是数字", "the premium is not a number");

  private Premium() {}

  static Canonical read(String raw) {
    String text = FOLD.apply(raw);
    if (Blank.nothing(text)) {
      return Canonical.MISSING;
    }
    int from = 0;
    int to = text.length();
    boolean brackets = to > 2 && text.charAt(0) == '(' && text.charAt(to - 1) == ')';
    if (brackets) {
      from++;
      to--;
    }
    from = afterWords(text, from);
    boolean minus = from < to && text.charAt(from) == '-';
    from = minus ? afterWords(text, from + 1) : from;
    to = beforeWords(text, from, to);
    String number = grouped(text, from, to);
    return brackets && minus || number.isEmpty()
        ? Canonical.doubtful(text, NOT_A_NUMBER)
        : Canonical.sound(signed(twoDecimals(number), brackets || minus));
  }

  private static int afterWords(String text, int from) {
    for (String word : BEFORE) {
      if (text.startsWith(word, from)) {
        return from + word.length();
      }
    }
    return from;
  }

  private static int beforeWords(String text, int from, int to) {
    for (String word : AFTER) {
      if (to - word.length() >= from && text.startsWith(word, to - word.length())) {
        return to - word.length();
      }
    }
    return to;
  }

  /** The number without its separators, which must stand at groups of three; empty when none. */
  private static String grouped(String text, int from, int to) {
    int point = text.indexOf('.', from);
    int end = point < 0 || point >= to ? to : point;
    if (end < to - 1 && !Chars.digits(text, end + 1, to)) {
      return "";
    }
    boolean separated = false;
    for (int i = from; i < end; i++) {
      boolean comma = text.charAt(i) == ',';
      boolean boundary = i > from && (separated || i - from <= 3) && (end - i) % 4 == 0;
      separated |= comma;
      if (comma ? !boundary : !Chars.digit(text.charAt(i)) || (separated && boundary)) {
        return "";
      }
    }
    String plain = text.substring(from, to);
    return end == from ? "" : separated ? plain.replace(",", "") : plain;
  }

  private static String twoDecimals(String number) {
    int point = number.indexOf('.');
    int end = point < 0 ? number.length() : point;
    int decimals = point < 0 ? 0 : number.length() - point - 1;
    if (decimals > 2) {
      return new BigDecimal(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
    int start = 0;
    while (start < end - 1 && number.charAt(start) == '0') {
      start++;
    }
    String tail = decimals == 2 ? "" : decimals == 1 ? "0" : point < 0 ? ".00" : "00";
    return start == 0 && tail.isEmpty() ? number : number.substring(start) + tail;
  }

  private static String signed(String amount, boolean negative) {
    return negative && !amount.equals("0.00") ? "-" + amount : amount;
  }
}
