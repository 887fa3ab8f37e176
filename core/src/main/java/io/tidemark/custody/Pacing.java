package io.tidemark.custody;

import io.tidemark.authorise.LookUps;
import java.time.Instant;
import java.util.Optional;

/** How often somebody looks people up, over all nodes. Thread-safe. */
public interface Pacing {
  /** Why somebody has to wait. */
  enum Limit {
    LOCKED,
    PER_HOUR,
    PER_DAY
  }

  /**
   * The answer to somebody who wants to look.
   *
   * @param limit why not now; empty when it may be done
   * @param until when it may be tried again; where it may be done, until when the person is locked
   *     if it shows nobody, or now for not at all
   */
  record Turn(Optional<Limit> limit, Instant until) {}

  /**
   * Counts a look-up, as one that shows nobody: before it is looked at, so that many at the same
   * moment are no way around a limit.
   */
  Turn begin(String person, LookUps.Pace pace, Instant now);

  /** A look-up that was counted did show somebody, or had been done before: it is no miss. */
  void forgive(String person, LookUps.Pace pace);
}
