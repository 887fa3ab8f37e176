package io.tidemark.server.api;

import io.tidemark.custody.Recorded;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Problem;
import java.time.Duration;
import java.time.Instant;

/** Refusals that pass after a while, as the entry says: 429 with {@code Retry-After}. */
final class Waiting {
  private Waiting() {}

  /** Ends the request with this recorded refusal. */
  static Halt halt(Recorded.Refused<?> refused, Instant now) {
    return refused
        .receipt()
        .entry()
        .value("until")
        .map(
            until ->
                Halt.until(
                    new Problem(429, refused.refusal().rule(), refused.refusal().reason()),
                    Duration.between(now, Instant.parse(until))))
        .orElseGet(() -> Halt.refused(refused.refusal()));
  }
}
