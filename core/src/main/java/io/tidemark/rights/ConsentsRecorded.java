package io.tidemark.rights;

import io.tidemark.ledger.Journal;
import io.tidemark.rights.notice.Openings;
import io.tidemark.terms.ConsentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * People's words were recorded, and count from this entry on.
 *
 * @param recorder who recorded them
 * @param openings the notices to those who hold a copy
 */
public record ConsentsRecorded(
    List<Spoken> spoken, String recorder, Instant recorded, Openings openings)
    implements Journal.Consequence {
  /** One word of one person, by the person's key. */
  public record Spoken(ConsentId id, UUID person, Statement statement) {}

  /** Copies the list. */
  public ConsentsRecorded {
    spoken = List.copyOf(spoken);
  }
}
