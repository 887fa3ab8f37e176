package io.tidemark.disclose.mask;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;

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

  private Masks() {}

  /**
   * The masked form of a canonical value; {@link #HIDDEN} when the value has not the shape that its
   * mask expects.
   */
  public static PersonalText mask(FieldClass field, PersonalText canonical) {
    String text = canonical.reveal(Reveal.PREPARE);
    return switch (field) {
      case NAME -> keep(text, 1, 0, text.codePointCount(0, text.length()) >= 2);
      case MOBILE -> keep(text, 3, 4, text.matches("[0-9]{11}"));
      case IDENTITY_NUMBER -> keep(text, 3, 4, text.matches(IDENTITY));
      case PLATE -> keep(text, 2, 2, text.matches(PLATE));
      case VIN -> keep(text, 3, 4, text.matches(VIN));
      case ENGINE_NUMBER -> keep(text, 0, 3, text.matches("[A-Z0-9-]{6,20}"));
      case POLICY_NUMBER -> keep(text, 4, 4, text.matches("[A-Z0-9-]{12,40}"));
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> keep(text, 5, 0, text.matches(DATE));
      case SALESPERSON -> keep(text, 1, 0, text.codePointCount(0, text.length()) >= 2);
      default -> HIDDEN;
    };
  }

  private static PersonalText keep(String text, int head, int tail, boolean shaped) {
    int[] points = text.codePoints().toArray();
    if (!shaped || points.length <= head + tail) {
      return HIDDEN;
    }
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      boolean shown = i < head || i >= points.length - tail;
      masked.appendCodePoint(shown ? points[i] : '*');
    }
    return PersonalText.of(masked.toString());
  }
}
