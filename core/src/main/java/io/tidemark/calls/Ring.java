package io.tidemark.calls;

import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.calls.said.Said;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One call.
 *
 * @param at when
 * @param caller the {@link CallingNumber} that called; 0 where it is not known
 * @param called the number that was called, in its canonical form
 * @param known what the caller knew beside name and number; nothing where nobody said
 * @param said who the caller said they were, and what they said
 */
public record Ring(
    Instant at, long caller, PersonalText called, Optional<Set<FieldClass>> known, Said said) {
  /** Copies the set. */
  public Ring {
    known = known.map(Set::copyOf);
  }
}
