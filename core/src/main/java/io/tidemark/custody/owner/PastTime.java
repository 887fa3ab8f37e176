package io.tidemark.custody.owner;

import io.tidemark.authorise.Policy;
import io.tidemark.rights.Consents;
import io.tidemark.vault.Content;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who is past the time that the policy gives: nobody of whom one record is still needed for one
 * purpose. Without a sound expiry a record's time has not begun, and with a claim it has not ended.
 *
 * @param today the day that counts, in China
 */
record PastTime(Policy policy, Consents consents, RetentionRuns runs, LocalDate today) {
  /**
   * What was found among some people's records.
   *
   * @param due all records of those who are past their time
   * @param people how many those are
   * @param past for each purpose, how many records are past its time
   * @param undated how many have no sound expiry
   * @param claimed how many are held by a claim alone
   */
  record Found(RoaringBitmap due, int people, Map<String, Long> past, long undated, long claimed) {}

  /** Judges these people, each with all own records, opened. */
  Found judge(Map<UUID, RoaringBitmap> people, Map<Integer, Content> contents) {
    RoaringBitmap all = RoaringBitmap.or(people.values().iterator());
    Map<String, RoaringBitmap> stopped = new HashMap<>();
    for (String purpose : policy.purposes().keySet()) {
      stopped.put(
          purpose, consents.leftOut(policy.footing(purpose, Optional.empty()), all).records());
    }
    Map<String, Long> past = new LinkedHashMap<>();
    policy.purposes().keySet().forEach(purpose -> past.put(purpose, 0L));
    RoaringBitmap needed = new RoaringBitmap();
    long undated = 0;
    for (int record : all) {
      Optional<LocalDate> end = Optional.ofNullable(contents.get(record)).flatMap(Term::end);
      if (end.isEmpty()) {
        undated++;
        needed.add(record);
        continue;
      }
      for (String purpose : policy.purposes().keySet()) {
        if (!isPast(purpose, end.get())) {
          if (!stopped.getOrDefault(purpose, new RoaringBitmap()).contains(record)) {
            needed.add(record);
          }
        } else {
          past.merge(purpose, 1L, Long::sum);
        }
      }
    }
    RoaringBitmap claimed = runs.withClaims(all);
    RoaringBitmap held = RoaringBitmap.or(needed, claimed);
    List<RoaringBitmap> due = due(people.values(), held);
    return new Found(
        RoaringBitmap.or(due.iterator()),
        due.size(),
        past,
        undated,
        RoaringBitmap.andNot(claimed, needed).getLongCardinality());
  }

  private static List<RoaringBitmap> due(Collection<RoaringBitmap> people, RoaringBitmap held) {
    return people.stream().filter(own -> !RoaringBitmap.intersects(own, held)).toList();
  }

  private boolean isPast(String purpose, LocalDate end) {
    return policy.retention().until(purpose, end).filter(last -> last.isBefore(today)).isPresent();
  }
}
