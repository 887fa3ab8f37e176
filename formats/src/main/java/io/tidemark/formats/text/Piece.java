package io.tidemark.formats.text;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;

/**
 * Something found in a loose line.
 *
 * @param kind what it looks like; never a judgement that it is one
 * @param value in plain form: half-width, upper case, digits for what was written instead of them,
 *     without the spaces and dashes inside numbers
 * @param sureness how much of a value it is
 * @param from where it begins in the line
 * @param to where it ends, exclusive
 */
public record Piece(FieldClass kind, PersonalText value, Sureness sureness, int from, int to) {
  /** How much of a value a piece is. */
  public enum Sureness {
    /** A number, or a name or date that a word beside it says it is. */
    STATED,
    /** Looks like a name; ordinary words do too. */
    LIKELY,
    /** A surname with a title (李先生): the beginning of a name, which tells nobody. */
    BEGINNING
  }

  /** Whether it can tell one person from all others. */
  boolean identifies() {
    return switch (kind) {
      case MOBILE, PLATE, VIN, IDENTITY_NUMBER, POLICY_NUMBER -> true;
      default -> false;
    };
  }
}
