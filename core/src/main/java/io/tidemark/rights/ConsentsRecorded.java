package io.tidemark.rights;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.ConsentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * People's words were recorded, and count from this entry on.
 *
 * @param recorder who recorded them
 */
public record ConsentsRecorded(List<Spoken> spoken, String recorder, Instant recorded)
    implements Journal.Consequence {
  /** One word of one person, by the person's key. */
  public record Spoken(ConsentId id, UUID person, Statement statement) {}

  /** Copies the list. */
  public ConsentsRecorded {
    spoken = List.copyOf(spoken);
  }
}
