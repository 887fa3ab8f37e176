package io.tidemark.calls.source;

import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import java.util.List;
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
 * @param records the commitments to all versions of what is kept of the person, ascending: by them
 *     a third party finds the person among those of a copy; nothing is weighed by them
 */
public record Called(
    long before, OptionalInt daysLeft, Optional<Set<FieldClass>> known, List<Digest> records) {
  /** Copies the collections. */
  public Called {
    known = known.map(Set::copyOf);
    records = List.copyOf(records);
  }

  /** Somebody about whom nothing has to be proved. */
  public Called(long before, OptionalInt daysLeft, Optional<Set<FieldClass>> known) {
    this(before, daysLeft, known, List.of());
  }
}
