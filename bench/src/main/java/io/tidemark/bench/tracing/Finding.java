package io.tidemark.bench.tracing;

import java.util.List;

/**
 * What {@code trace} answered.
 *
 * @param named whether the verdict is {@code named}
 * @param accused the parties that the verdict stands behind
 * @param seconds how long it took
 */
record Finding(boolean named, List<String> accused, double seconds) {
  /** As one trial in which this party is the source; no party for nobody. */
  Tally against(List<String> sources) {
    boolean wrong = accused.stream().anyMatch(party -> !sources.contains(party));
    boolean right = named && !wrong && !accused.isEmpty();
    return new Tally(right ? 1 : 0, wrong ? 1 : 0, 1);
  }
}
