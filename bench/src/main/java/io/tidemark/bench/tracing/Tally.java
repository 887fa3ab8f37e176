package io.tidemark.bench.tracing;

/**
 * What came of a question's trials.
 *
 * @param right the source was named, and nobody else
 * @param wrong an innocent was accused, beside the source or without it
 * @param trials how many there were
 */
record Tally(int right, int wrong, int trials) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(right + other.right, wrong + other.wrong, trials + other.trials);
  }
}
