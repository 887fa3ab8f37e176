package io.tidemark.calls.source;

import io.tidemark.terms.FieldClass;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One person in custody whom a campaign called; a person counts once, by the first call.
 *
 * @param before the ledger index of the first entry recorded after the first call: what was given
 *     from there on cannot explain it
 * @param daysLeft how many days were left until the policy's cover ended, 0 on its last day;
 *     nothing where that is not known
 * @param known what the caller knew of the person beside name and number; nothing where nobody said
 *     whether anything
 */
public record Called(long before, OptionalInt daysLeft, Optional<Set<FieldClass>> known) {
  /** Copies the set. */
  public Called {
    known = known.map(Set::copyOf);
  }
}
