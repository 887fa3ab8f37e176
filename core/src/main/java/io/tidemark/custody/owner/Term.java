package io.tidemark.custody.owner;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When what a record says begins and ends. Stateless. */
final class Term {
  private Term() {}

  /** The day on which the contract begins; nothing for none and for one that cannot be right. */
  static Optional<LocalDate> begin(Content content) {
    return day(content, FieldClass.INCEPTION);
  }

  /** The day on which it ends; nothing for none and for one that cannot be right. */
  static Optional<LocalDate> end(Content content) {
    return day(content, FieldClass.EXPIRY);
  }

  private static Optional<LocalDate> day(Content content, FieldClass field) {
    if (content.suspicions().containsKey(field)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(content.canonical(field).reveal(Reveal.CLASSIFY)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
