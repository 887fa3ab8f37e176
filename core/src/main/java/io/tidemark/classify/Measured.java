package io.tidemark.classify;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers that a program took for amounts: {@code 13812345678.00}, {@code 13,812,345,678}, {@code
 * 1.3812345678E+10}. They are read only where every digit stands there; {@code 1.38123E+10} has
 * lost some, and so may {@code 1.381234567E+10} have.
 */
final class Measured {
  private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.0+)?");

  /** Mobiles and old identity numbers; 00861300000000.0 has a point among its groups. */
  private static final Pattern AMOUNT =
      Pattern.compile("(?:1[0-9]{10}|86[0-9]{11}|[1-9][0-9]{14})\\.0+");

  private static final Pattern POWER_OF_TEN = Pattern.compile("[0-9](\\.[0-9]+)?E\\+?[0-9]{1,2}");

  private Measured() {}

  /** The digits of the amount; a text that is none is returned itself. */
  static String amount(String text) {
    boolean grouped = text.indexOf(',') > 0 && GROUPED.matcher(text).matches();
    String number = grouped ? text.replace(",", "") : text;
    return number.indexOf('.') > 0 && AMOUNT.matcher(number).matches()
        ? number.substring(0, number.indexOf('.'))
        : number;
  }

  /** The same, and powers of ten that have lost no digit. */
  static String whole(String text) {
    if (text.indexOf('E') < 0 || !POWER_OF_TEN.matcher(text).matches()) {
      return amount(text);
    }
    BigDecimal number = new BigDecimal(text);
    boolean everyDigit = number.scale() >= 0 && number.stripTrailingZeros().scale() <= 0;
    return everyDigit ? number.toBigIntegerExact().toString() : text;
  }
}
