package io.tidemark.disclose.mask;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;

/**
 * Values in a coarser grain: a month, a region letter, a birth decade, a premium band. Stateless.
 */
public final class Generalised {
  private static final int PREMIUM_BAND = 1_000;

  private Generalised() {}

  /** The coarser value; {@link Masks#HIDDEN} when there is none or the value has another shape. */
  public static PersonalText of(FieldClass field, PersonalText canonical) {
    String text = canonical.reveal(Reveal.PREPARE);
    return switch (field) {
      case FIRST_REGISTRATION, INCEPTION, EXPIRY ->
          text.matches(Masks.DATE) ? head(text, 7) : Masks.HIDDEN;
      case PLATE -> text.matches(Masks.PLATE) ? head(text, 2) : Masks.HIDDEN;
      case IDENTITY_NUMBER ->
          text.matches(Masks.IDENTITY)
              ? PersonalText.of(text.substring(6, 9) + "0s")
              : Masks.HIDDEN;
      case VIN -> text.matches(Masks.VIN) ? head(text, 3) : Masks.HIDDEN;
      case PREMIUM -> band(text);
      case INSURANCE_KIND -> canonical;
      default -> Masks.HIDDEN;
    };
  }

  private static PersonalText head(String text, int length) {
    return PersonalText.of(text.substring(0, length));
  }

  private static PersonalText band(String text) {
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
      return Masks.HIDDEN;
    }
    int from = (int) Double.parseDouble(text) / PREMIUM_BAND * PREMIUM_BAND;
    return PersonalText.of(from + "–" + (from + PREMIUM_BAND));
  }
}
