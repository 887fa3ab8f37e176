package io.tidemark.vault.select;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Canonical values as what they measure; nothing where a suspect value measures nothing. */
final class CanonicalValue {
  /** An amount has at most 15 digits before the point; longer text is no amount. */
  private static final int LONGEST_AMOUNT = 20;

  private CanonicalValue() {}

  static Optional<LocalDate> date(PersonalText value) {
    try {
      return Optional.of(LocalDate.parse(value.reveal(Reveal.SELECT)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  static Optional<BigDecimal> amount(PersonalText value) {
    String text = value.reveal(Reveal.SELECT);
    if (text.isEmpty() || text.length() > LONGEST_AMOUNT) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
