package io.tidemark.telephone;

import io.tidemark.calls.line.NationalNumber;
import io.tidemark.terms.PersonalText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telephone numbers as URIs write them, as digits as the pool has them ({@link NationalNumber}),
 * foreign numbers with 00 and the country's code.
 */
final class Digits {
  private static final int LONGEST_GIVEN = 64;

  /** RFC 3966, 5.1.1: separators that only people need. */
  private static final Pattern SEPARATORS = Pattern.compile("[ .()-]|%20");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{3,20}");
  private static final Pattern PLUS = Pattern.compile("^(\\+|%2[bB])");
  private static final String ABROAD = "00";

  private Digits() {}

  /** The digits of a URI's user or of a tel URI; nothing where it is no number. */
  static Optional<PersonalText> of(String user) {
    if (user.length() > LONGEST_GIVEN) {
      return Optional.empty();
    }
    int parameters = user.indexOf(';');
    String bare = parameters < 0 ? user : user.substring(0, parameters);
    boolean international = PLUS.matcher(bare).find();
    String digits = SEPARATORS.matcher(PLUS.matcher(bare).replaceFirst("")).replaceAll("");
    return NUMBER.matcher(digits).matches()
        ? NationalNumber.of(PersonalText.of(international ? ABROAD + digits : digits))
        : Optional.empty();
  }
}
