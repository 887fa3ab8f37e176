package io.tidemark.disclose.mask;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Masks values: shows the part that lets two people agree on which value it is, hides the rest.
 * Stateless.
 */
public final class Masks {
  /** What is written where all is hidden. */
  public static final PersonalText HIDDEN = PersonalText.of("****");

  /** The shapes of canonical values: a value of another shape shows nothing of itself. */
  static final String IDENTITY = "[0-9]{17}[0-9X]";

  static final String PLATE = "\\p{IsHan}[A-Z][A-Z0-9]{4,6}\\p{IsHan}?";
  static final String VIN = "[A-HJ-NPR-Z0-9]{17}";
  static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private static final Predicate<String> IS_MOBILE = shape("[0-9]{11}");
  private static final Predicate<String> IS_CALLER = shape("[0-9]{10,20}");
  private static final Predicate<String> IS_IDENTITY = shape(IDENTITY);
  private static final Predicate<String> IS_PLATE = shape(PLATE);
  private static final Predicate<String> IS_VIN = shape(VIN);
  private static final Predicate<String> IS_ENGINE_NUMBER = shape("[A-Z0-9-]{6,20}");
  private static final Predicate<String> IS_POLICY_NUMBER = shape("[A-Z0-9-]{12,40}");
  private static final Predicate<String> IS_DATE = shape(DATE);

  private Masks() {}

  /**
   * The masked form of a canonical value; {@link #HIDDEN} when the value has not the shape that its
   * mask expects.
   */
  public static PersonalText mask(FieldClass field, PersonalText canonical) {
    String text = canonical.reveal(Reveal.PREPARE);
    return switch (field) {
      case NAME -> keep(text, 1, 0, text.codePointCount(0, text.length()) >= 2);
      case MOBILE -> keep(text, 3, 4, IS_MOBILE.test(text));
      case IDENTITY_NUMBER -> keep(text, 3, 4, IS_IDENTITY.test(text));
      case PLATE -> keep(text, 2, 2, IS_PLATE.test(text));
      case VIN -> keep(text, 3, 4, IS_VIN.test(text));
      case ENGINE_NUMBER -> keep(text, 0, 3, IS_ENGINE_NUMBER.test(text));
      case POLICY_NUMBER -> keep(text, 4, 4, IS_POLICY_NUMBER.test(text));
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> keep(text, 5, 0, IS_DATE.test(text));
      case SALESPERSON -> keep(text, 1, 0, text.codePointCount(0, text.length()) >= 2);
      default -> HIDDEN;
    };
  }

  /**
   * The masked form of a number that calls, of whatever kind: its first three digits and its last
   * two; {@link #HIDDEN} when it is short, or none.
   */
  public static PersonalText caller(PersonalText number) {
    String digits = number.reveal(Reveal.PREPARE);
    return keep(digits, 3, 2, IS_CALLER.test(digits));
  }

  private static Predicate<String> shape(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }

  private static PersonalText keep(String text, int head, int tail, boolean shaped) {
    int hidden = text.codePointCount(0, text.length()) - head - tail;
    if (!shaped || hidden <= 0) {
      return HIDDEN;
    }
    return PersonalText.of(
        text.substring(0, text.offsetByCodePoints(0, head))
            + "*".repeat(hidden)
            + text.substring(text.offsetByCodePoints(text.length(), -tail)));
  }
}
