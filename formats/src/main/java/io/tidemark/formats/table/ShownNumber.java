package io.tidemark.formats.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A number as the spreadsheet shows it: all digits up to the fifteenth, then zeros. An identity
 * number that was typed as a number has lost its end for good. What is no number stays as it is.
 */
final class ShownNumber {
  private static final MathContext FIFTEEN_DIGITS = new MathContext(15);
  private static final int CHARACTERS = 64;
  private static final int LARGEST_EXPONENT = 400;

  private ShownNumber() {}

  static String plain(String text) {
    return digits(text) ? text : parsed(text).map(ShownNumber::plain).orElse(text);
  }

  /**
   * The same, but a number that has more digits than a spreadsheet keeps stays as the file has it:
   * whoever looks for what was lost must see that it was.
   */
  static String raw(String text) {
    return digits(text)
        ? text
        : parsed(text)
            .map(number -> number.precision() - number.scale() > 15 ? text : plain(number))
            .orElse(text);
  }

  /** Nearly every number: up to fifteen digits without a leading zero stand as they are. */
  private static boolean digits(String text) {
    if (text.isEmpty() || text.length() > 15 || text.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static String date(String text, boolean from1904) {
    return parsed(text).flatMap(n -> SerialDate.iso(n, from1904)).orElseGet(() -> plain(text));
  }

  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(FIFTEEN_DIGITS).stripTrailingZeros();
    return shown.signum() == 0 ? "0" : shown.toPlainString();
  }

  /** Empty also for numbers that would unfold into endless zeros. */
  private static Optional<BigDecimal> parsed(String text) {
    if (text.length() > CHARACTERS) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > LARGEST_EXPONENT
          ? Optional.empty()
          : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
