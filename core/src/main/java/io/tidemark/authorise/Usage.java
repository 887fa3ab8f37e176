package io.tidemark.authorise;

import io.tidemark.terms.GrantId;
import java.time.Instant;

/** How much of a grant was used, by what was recorded. */
@FunctionalInterface
public interface Usage {
  /** Nothing was released yet. */
  Usage NONE = (grant, since) -> 0;

  /** How many people in all were released under this grant from {@code since} on. */
  long people(GrantId grant, Instant since);
}
