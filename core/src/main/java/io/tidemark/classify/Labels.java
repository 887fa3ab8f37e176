package io.tidemark.classify;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Labels values: canonical form and suspicion. Immutable, thread-safe; a row of 17 fields takes
 * about two microseconds.
 *
 * @param today the day against which a birth counts as in the future; canonical forms do not depend
 *     on it
 */
public record Labels(LocalDate today) {
  /** Labels as of that day. */
  public static Labels asOf(LocalDate today) {
    return new Labels(today);
  }

  /** Labels {@code raw} as a value of {@code field}. Any text is accepted; never throws. */
  public LabelledValue label(FieldClass field, String raw) {
    Canonical canonical = canonical(field, raw);
    PersonalText original = PersonalText.of(raw);
    PersonalText text = canonical.text().equals(raw) ? original : PersonalText.of(canonical.text());
    return new LabelledValue(field, original, text, Optional.ofNullable(canonical.suspicion()));
  }

  private Canonical canonical(FieldClass field, String raw) {
    return switch (field) {
      case NAME -> PersonName.read(raw);
      case IDENTITY_NUMBER -> IdentityNumber.read(raw, today);
      case MOBILE -> MobileNumber.read(raw);
      case PLATE -> Plate.read(raw);
      case VIN -> Vin.read(raw);
      case ENGINE_NUMBER -> Serial.readEngine(raw);
      case POLICY_NUMBER -> Serial.readPolicy(raw);
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> CalendarDate.read(raw);
      case PREMIUM -> Premium.read(raw);
      case INSURANCE_KIND -> Canonical.sound(Fold.TEXT.apply(raw));
      case MODEL, ADDRESS, SALESPERSON, REMARK, AGENCY -> Canonical.sound(Blank.trimmed(raw));
    };
  }
}
