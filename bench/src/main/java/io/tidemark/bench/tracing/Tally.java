package io.tidemark.bench.tracing;

import java.util.List;
import java.util.function.Predicate;

/**
 * What came of a question's trials.
 *
 * @param right how many ended as they should
 * @param wrong how many named an innocent, beside a source or without one
 * @param caught how many sources were named in all of them
 * @param trials how many there were
 */
record Tally(int right, int wrong, int caught, int trials) {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  /** Of these trials; {@code right} says which ended as they should. */
  static Tally of(List<Trial> trials, Predicate<Trial> right) {
    return trials.stream()
        .map(
            trial -> new Tally(right.test(trial) ? 1 : 0, trial.wrong() ? 1 : 0, trial.caught(), 1))
        .reduce(NONE, Tally::plus);
  }

  Tally plus(Tally other) {
    return new Tally(
        right + other.right, wrong + other.wrong, caught + other.caught, trials + other.trials);
  }
}
