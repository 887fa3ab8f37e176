package io.tidemark.calls.line;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers as they are dialled within mainland China, digits only: mobile numbers without
 * anything before them, fixed lines with their 0 and area code, privacy numbers (700), service
 * numbers (400, 800, 95) and short numbers as they are. What networks and people put before them
 * (+86, 0086, 86, the 0 before a mobile number) is taken away (ITU-T E.164, country code 86).
 * Stateless.
 */
public final class NationalNumber {
  private static final Pattern BETWEEN = Pattern.compile("[\\s().+-]");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{3,20}");
  private static final Pattern MOBILE = Pattern.compile("(?:(?:00)?86|0)?(1[3-9][0-9]{9})");
  private static final Pattern SERVICE =
      Pattern.compile("(?:00)?86(700[0-9]{12}|[48]00[0-9]{7}|95[0-9]{3,6})");
  private static final Pattern FIXED = Pattern.compile("(?:00)?860?((?:10|[2-9][0-9])[0-9]{7,9})");

  private NationalNumber() {}

  /** The national form; nothing for what is no number of 3 to 20 digits. */
  public static Optional<PersonalText> of(PersonalText written) {
    String digits = BETWEEN.matcher(written.reveal(Reveal.CLASSIFY)).replaceAll("");
    if (!DIGITS.matcher(digits).matches()) {
      return Optional.empty();
    }
    Matcher mobile = MOBILE.matcher(digits);
    if (mobile.matches()) {
      return Optional.of(PersonalText.of(mobile.group(1)));
    }
    Matcher service = SERVICE.matcher(digits);
    if (service.matches()) {
      return Optional.of(PersonalText.of(service.group(1)));
    }
    Matcher fixed = FIXED.matcher(digits);
    return Optional.of(PersonalText.of(fixed.matches() ? "0" + fixed.group(1) : digits));
  }
}
