package io.tidemark.calls.line;

import java.util.Map;

/**
 * Numbers that came into the pool together and were shuffled before any was given, so that whoever
 * does not know who was given which rings all of them alike.
 *
 * @param lines how many of its numbers ring here, at least 1: given, free, resting and those that
 *     are never given
 * @param given of each party, how many of them it was given last, without those that others were
 *     given since
 */
public record Batch(int lines, Map<String, Integer> given) {
  /** Copies the map; checks that no more are given than there are. */
  public Batch {
    given = Map.copyOf(given);
    if (lines < 1 || given.values().stream().mapToInt(Integer::intValue).sum() > lines) {
      throw new IllegalArgumentException("more numbers are given than ring");
    }
  }

  int of(String party) {
    return given.getOrDefault(party, 0);
  }
}
