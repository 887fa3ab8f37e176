package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;

/**
 * Takes values apart by the spelling catalogue. Stateless, thread-safe; never throws for any text.
 */
public final class Catalogue {
  private Catalogue() {}

  /** Whether a leaked text has nothing that cleaning takes away: it may have been cleaned. */
  public static boolean perhapsCleaned(PersonalText leaked) {
    String text = leaked.reveal(Reveal.TRACE);
    return text.codePoints().allMatch(Character::isLetterOrDigit);
  }

  /** Takes the value of {@code field} apart; a value without carriers comes back as it is. */
  public static Parsed parse(FieldClass field, PersonalText value) {
    String text = value.reveal(Reveal.PREPARE).strip();
    Parsed parsed =
        switch (field) {
          case ADDRESS -> Address.parse(text);
          case MODEL -> Model.parse(text);
          case REMARK -> Remark.parse(text);
          default -> new Plain(value);
        };
    return parsed.carriers().isEmpty() ? new Plain(value) : parsed;
  }
}
