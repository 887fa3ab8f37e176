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

  private Masks() {}

  /**
   * The masked form of a canonical value; {@link #HIDDEN} when the value has not the shape that its
   * mask expects.
   */
  public static PersonalText mask(FieldClass field, PersonalText canonical) {
    String text = canonical.reveal(Reveal.PREPARE);
    return switch (field) {
      case NAME -> keep(text, 1, 0, text.codePointCount(0, text.length()) >= 2);
      case MOBILE -> keep(text, 3, 4, digits(text, 11));
      case IDENTITY_NUMBER -> keep(text, 3, 4, text.length() == 18);
      case PLATE -> keep(text, 2, 2, text.length() >= 7 && text.length() <= 8);
      case VIN -> keep(text, 3, 4, text.length() == 17);
      case ENGINE_NUMBER -> keep(text, 0, 3, text.length() >= 6);
      case POLICY_NUMBER -> keep(text, 4, 4, text.length() >= 12);
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> keep(text, 5, 0, date(text));
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

  private static boolean digits(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean date(String text) {
    return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
  }
}
