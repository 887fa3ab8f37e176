package io.tidemark.formats.condition;

import io.tidemark.terms.FieldClass;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How a value is spelled in custody, so that a condition finds it however its writer spelled it.
 * Must change nothing when it is applied twice. Never asked about dates, amounts or the empty text.
 */
@FunctionalInterface
public interface Canonical {
  /**
   * Compatibility characters folded (NFKC, UAX #15: full-width digits and letters become ASCII) and
   * letters of codes in upper case.
   */
  Canonical FOLDED =
      (field, value) -> {
        String folded = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
        return switch (field) {
          case IDENTITY_NUMBER, PLATE, VIN, ENGINE_NUMBER, POLICY_NUMBER ->
              folded.toUpperCase(Locale.ROOT);
          default -> folded;
        };
      };

  /** The canonical spelling of {@code value}. */
  String of(FieldClass field, String value);
}
