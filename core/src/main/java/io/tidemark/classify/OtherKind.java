package io.tidemark.classify;

import io.tidemark.terms.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the values of a kind look that is no field of ours.
 *
 * @param kind the kind
 * @param looks what a whole value must match, after folding (half width, no spaces); empty where
 *     only a heading tells it
 * @param luhn whether the digits must also end in the check digit of ISO/IEC 7812 (Luhn)
 * @param ceiling 0 to 1: the confidence of a long column of nothing but such values
 */
public record OtherKind(Kind kind, Optional<Pattern> looks, boolean luhn, double ceiling) {
  /** Values longer than this are not looked at. */
  private static final int LONGEST = 300;

  /** Refuses a ceiling outside 0 to 1. */
  public OtherKind {
    if (!(ceiling >= 0 && ceiling <= 1)) {
      throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + ceiling);
    }
  }

  /** Whether a value, not empty, looks like it. */
  boolean fits(String value) {
    if (looks.isEmpty() || value.length() > LONGEST) {
      return false;
    }
    String text = Fold.TEXT.apply(value);
    return looks.get().matcher(text).matches() && (!luhn || CheckDigits.luhn(text));
  }
}
