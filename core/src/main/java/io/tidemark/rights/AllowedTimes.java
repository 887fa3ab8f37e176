package io.tidemark.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When somebody allowed any use by anybody, by what the person said when; see {@link Will}.
 * Immutable.
 */
public final class AllowedTimes {
  /** At each an answer begins that holds until the next: allowed, not, allowed… */
  private final long[] turns;

  private AllowedTimes(long[] turns) {
    this.turns = turns;
  }

  /**
   * One statement of a person.
   *
   * @param recipient whom it names; {@link Will#ANYBODY} for everybody
   * @param at when it was said
   */
  public record Said(String purpose, String recipient, boolean yes, Instant at) {}

  /** By all that one person said, in any order; what was recorded later counts as of its time. */
  public static AllowedTimes of(Collection<Said> all) {
    Map<Instant, List<Said>> times =
        all.stream().collect(Collectors.groupingBy(Said::at, TreeMap::new, Collectors.toList()));
    Map<String, Will> wills = new HashMap<>();
    List<Long> turns = new ArrayList<>();
    times.forEach(
        (at, words) -> {
          for (Said one : words) {
            wills.put(
                one.purpose(),
                wills
                    .getOrDefault(one.purpose(), Will.SILENT)
                    .after(one.recipient(), one.yes(), one.at()));
          }
          boolean allowed = wills.values().stream().anyMatch(Will::allowsAnybody);
          if (allowed != (turns.size() % 2 == 1)) {
            turns.add(at.toEpochMilli());
          }
        });
    return new AllowedTimes(turns.stream().mapToLong(Long::longValue).toArray());
  }

  /** Whether any use was allowed at this moment: from the statement's own moment on. */
  public boolean at(Instant time) {
    int found = Arrays.binarySearch(turns, time.toEpochMilli());
    int begun = found >= 0 ? found + 1 : -found - 1;
    return begun % 2 == 1;
  }
}
