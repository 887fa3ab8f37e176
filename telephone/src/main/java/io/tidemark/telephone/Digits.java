package io.tidemark.telephone;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telephone numbers as URIs write them, as digits as the pool has them: mobile and privacy numbers
 * bare, fixed lines with their 0, foreign numbers with 00 and the country's code.
 */
final class Digits {
  private static final int LONGEST_GIVEN = 64;

  /** RFC 3966, 5.1.1: separators that only people need. */
  private static final Pattern SEPARATORS = Pattern.compile("[ .()-]|%20");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{3,20}");
  private static final Pattern PLUS = Pattern.compile("^(\\+|%2[bB])");

  /** A mobile number, or a privacy number. */
  private static final Pattern BARE =
      Pattern.compile("1[3-9][0-9]{9}|700[0-9]{12}|[48]00[0-9]{7}|95[0-9]{3,8}");

  /**
   * A fixed line with its area and without its 0: Beijing's area is 10, others begin with 2 to 9.
   */
  private static final Pattern AREA = Pattern.compile("(10|[2-9][0-9])[0-9]{7,9}");

  private Digits() {}

  /** The digits of a URI's user or of a tel URI; nothing where it is no number. */
  static Optional<String> of(String user) {
    if (user.length() > LONGEST_GIVEN) {
      return Optional.empty();
    }
    int parameters = user.indexOf(';');
    String bare = parameters < 0 ? user : user.substring(0, parameters);
    boolean international = PLUS.matcher(bare).find();
    String digits = SEPARATORS.matcher(PLUS.matcher(bare).replaceFirst("")).replaceAll("");
    if (!NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    return Optional.of(international ? abroad(digits) : home(digits));
  }

  private static String abroad(String digits) {
    return digits.startsWith("86") ? chinese(digits.substring(2)) : "00" + digits;
  }

  /** With the prefix that people dial or gateways write, or without. */
  private static String home(String digits) {
    if (digits.startsWith("0086")) {
      return chinese(digits.substring(4));
    }
    boolean mobileWithCountry =
        digits.startsWith("86") && BARE.matcher(digits.substring(2)).matches();
    return mobileWithCountry ? digits.substring(2) : digits;
  }

  private static String chinese(String national) {
    return !BARE.matcher(national).matches() && AREA.matcher(national).matches()
        ? "0" + national
        : national;
  }
}
