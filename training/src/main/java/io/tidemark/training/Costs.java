package io.tidemark.training;

import io.tidemark.find.lexicon.LexiconFile;

/** Probabilities as the lexicon keeps them. */
final class Costs {
  private Costs() {}

  /** The cost of what has this probability, {@code NEVER} for none at all. */
  static byte of(double probability) {
    if (probability <= 0) {
      return LexiconFile.NEVER;
    }
    long steps = Math.round(-Math.log(probability) / LexiconFile.STEP);
    return (byte) Math.max(0, Math.min(254, steps));
  }

  /** The gain of what happens {@code ratio} times as often. */
  static byte gain(double ratio) {
    long steps = Math.round(Math.log(ratio) / LexiconFile.STEP);
    return (byte) Math.max(-127, Math.min(127, steps));
  }
}
