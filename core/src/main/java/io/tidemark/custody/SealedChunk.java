package io.tidemark.custody;

import io.tidemark.ledger.Journal;
import io.tidemark.vault.SealedRecord;
import java.util.List;

/**
 * Sealed records that become durable with their entry.
 *
 * @param fresh records whose policies were not known
 * @param changed records whose policies were known and say something else now
 * @param erasures how often people had been erased when the erased were left out of it
 */
public record SealedChunk(List<SealedRecord> fresh, List<SealedRecord> changed, long erasures)
    implements Journal.Consequence {
  /**
   * Another data key seals by now, or somebody was erased: nothing was recorded, the chunk has to
   * be sealed anew.
   */
  public static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A chunk that came too late. */
    public TooLate() {
      super("the chunk has to be sealed anew");
    }
  }
}
