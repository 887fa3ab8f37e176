package io.tidemark.formats.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Small probabilities as people read them: "one in so many", never better than they are. */
final class OneIn {
  /** Beyond this the model says nothing that anybody could observe. */
  private static final double SMALLEST = 1e-12;

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.DOWN);

  private OneIn() {}

  /** The largest round number n for which the bound is at most one in n; 1 when it says nothing. */
  static String of(double bound) {
    if (!(bound < 1)) {
      return "1";
    }
    BigDecimal atLeast = new BigDecimal(Math.max(bound, SMALLEST));
    BigDecimal many = BigDecimal.ONE.divide(atLeast, MathContext.DECIMAL64);
    return whole(many.round(TWO_DIGITS).setScale(0, RoundingMode.DOWN).longValue());
  }

  /** A count with its thousands apart. */
  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A probability in percent with one decimal, rounded down. */
  static String percent(double probability) {
    return new BigDecimal(probability).movePointRight(2).setScale(1, RoundingMode.DOWN) + " %";
  }
}
