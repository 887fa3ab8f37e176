package io.tidemark.authorise;

import io.tidemark.terms.China;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What a grant is asked.
 *
 * @param columns the asked fields as bits
 * @param day the day in China
 */
record Question(Ask ask, long columns, Instant now, LocalDate day, Usage usage) {
  static Question of(Ask ask, Instant now, Usage usage) {
    return new Question(ask, Standing.bits(ask.columns()), now, China.day(now), usage);
  }

  /** The time of day in China. */
  LocalTime time() {
    return China.time(now);
  }

  /** How many people were released under a grant in the period of its quota. */
  long used(Standing grant) {
    return grant
        .limits()
        .quota()
        .map(quota -> usage.people(grant.grant().id(), quota.since(now)))
        .orElse(0L);
  }
}
