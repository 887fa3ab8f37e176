package io.tidemark.classify;

import org.jspecify.annotations.Nullable;

/** What a reader makes of one text; its {@link #toString} hides it. */
record Canonical(String text, @Nullable Suspicion suspicion) {
  static final Canonical MISSING = new Canonical("", null);

  static Canonical sound(String text) {
    return new Canonical(text, null);
  }

  static Canonical doubtful(String text, Suspicion suspicion) {
    return new Canonical(text, suspicion);
  }

  boolean isSound() {
    return suspicion == null;
  }

  @Override
  public String toString() {
    return "Canonical[" + text.length() + " characters, " + suspicion + "]";
  }
}
