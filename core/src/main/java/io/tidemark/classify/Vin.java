package io.tidemark.classify;

/**
 * Vehicle identification numbers: 17 digits and letters without I, O and Q (ISO 3779, GB
 * 16735-2019). The check digit in the ninth place is a North American rule (49 CFR 565.15); many
 * sound numbers elsewhere ignore it, so it never makes a number suspect.
 */
final class Vin {
  private static final int LENGTH = 17;
  private static final Fold FOLD = new Fold(Fold.DASHES + Fold.QUOTES + "*", Fold.Gaps.NONE, true);

  private static final Suspicion WRONG_LENGTH =
      Suspicion.of("vin-length", "车架号不是17位", "a VIN has 17 characters");
  private static final Suspicion WRONG_LETTERS =
      Suspicion.of(
          "vin-letters", "车架号含有I、O、Q或其他不应出现的字符", "a VIN has no I, O, Q, only digits and letters");

  private Vin() {}

  /** The stars that are stamped before and after the number on the vehicle are no part of it. */
  static Canonical read(String raw) {
    String text = FOLD.apply(raw);
    if (Blank.nothing(text)) {
      return Canonical.MISSING;
    }
    if (!allowed(text)) {
      return Canonical.doubtful(text, WRONG_LETTERS);
    }
    return text.length() == LENGTH ? Canonical.sound(text) : Canonical.doubtful(text, WRONG_LENGTH);
  }

  private static boolean allowed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Chars.digit(c) && (!Chars.upper(c) || c == 'I' || c == 'O' || c == 'Q')) {
        return false;
      }
    }
    return true;
  }
}
