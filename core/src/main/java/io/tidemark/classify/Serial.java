package io.tidemark.classify;

/** Numbers whose makers follow no common rule: of engines and of policies. */
final class Serial {
  private static final Fold FOLD = new Fold(Fold.QUOTES, Fold.Gaps.NONE, true);

  private Serial() {}

  static Canonical readEngine(String raw) {
    String text = FOLD.apply(raw);
    return Blank.nothing(text) ? Canonical.MISSING : Canonical.sound(text);
  }

  static Canonical readPolicy(String raw) {
    String text = FOLD.apply(raw);
    if (Blank.nothing(text)) {
      return Canonical.MISSING;
    }
    return Chars.powerOfTen(text)
        ? Canonical.doubtful(text, Suspicion.DIGITS_LOST)
        : Canonical.sound(text);
  }
}
