package io.tidemark.fingerprint.spelling;

import java.text.Normalizer;

/** The comparison form of a text: NFKC, then letters and digits only, in upper case. */
final class Cleaned {
  private Cleaned() {}

  static String of(String text) {
    String normal =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder kept = new StringBuilder(normal.length());
    normal
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toUpperCase)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
