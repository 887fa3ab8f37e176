package io.tidemark.custody.owner;

import io.tidemark.custody.SealedChunk;
import io.tidemark.ledger.Journal;
import io.tidemark.terms.FieldClass;
import io.tidemark.vault.SealedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One field of a person says something else now. The earlier versions stay, sealed.
 *
 * @param records sealed anew
 * @param seen what was asked before they were sealed, and must still be so
 * @param moved whose key is another from now on
 * @param actor who corrected
 * @param why as it was said; may be about the person
 */
public record Corrected(
    FieldClass field,
    List<Anew> records,
    SealedChunk.Seen seen,
    List<Moved> moved,
    String actor,
    String why,
    Instant at)
    implements Journal.Consequence {
  /** Copies the lists. */
  public Corrected {
    records = List.copyOf(records);
    moved = List.copyOf(moved);
  }

  /**
   * A record.
   *
   * @param before the version that was read, and must still be the latest
   * @param earlier tokens of all that it said of the field so far
   */
  public record Anew(SealedRecord sealed, UUID before, Set<UUID> earlier) {
    /** Copies the set. */
    public Anew {
      earlier = Set.copyOf(earlier);
    }
  }

  /**
   * A person whose key changes, because name, phone or identity number do.
   *
   * @param whole whether all that is kept of the person moves, to a key that nobody had: then salt,
   *     history and words go along; otherwise the records join another person, and of the words
   *     those go along that do not allow
   */
  public record Moved(UUID from, UUID to, boolean whole) {}
}
