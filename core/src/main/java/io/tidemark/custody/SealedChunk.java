package io.tidemark.custody;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.FieldClass;
import io.tidemark.vault.SealedRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sealed records that become durable with their entry.
 *
 * @param fresh records whose policies were not known
 * @param changed records whose policies were known and say something else now
 * @param seen what was asked before they were sealed, and must still be so
 * @param overtaken corrections that end with it
 */
public record SealedChunk(
    List<SealedRecord> fresh, List<SealedRecord> changed, Seen seen, Set<Overtaken> overtaken)
    implements Journal.Consequence {
  /**
   * How far others had come when a chunk was sealed.
   *
   * @param erasures how often people had been erased when the erased were left out of it
   * @param corrections how often anything had been corrected when it was held against corrections
   */
  public record Seen(long erasures, long corrections) {}

  /** A field of a record, by its key, that says now what it never said. */
  public record Overtaken(UUID record, FieldClass field) {}

  /** Copies the collections. */
  public SealedChunk {
    overtaken = Set.copyOf(overtaken);
  }

  /**
   * Another data key seals by now, somebody was erased or something corrected: nothing was
   * recorded, the chunk has to be sealed anew.
   */
  public static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A chunk that came too late. */
    public TooLate() {
      super("the chunk has to be sealed anew");
    }
  }
}
