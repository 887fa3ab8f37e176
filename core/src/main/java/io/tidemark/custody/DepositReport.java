package io.tidemark.custody;

import io.tidemark.classify.Suspicion;
import io.tidemark.terms.FieldClass;

/**
 * What became of a submission.
 *
 * @param accepted policies that are new
 * @param updated policies that were known and say something else now; the earlier version stays,
 *     sealed
 * @param unchanged policies that were known and say the same
 * @param suspects values that cannot be right; each is kept and was listed
 * @param erased rows that were left out because their person was erased
 * @param corrections what became of corrections
 * @param entry the ledger index of the last entry, or -1 when nothing was new
 */
public record DepositReport(
    long accepted,
    long updated,
    long unchanged,
    long suspects,
    long erased,
    Corrected corrections,
    long entry) {
  /** The report before the first row. */
  static final DepositReport NOTHING = new DepositReport(0, 0, 0, 0, 0, new Corrected(0, 0), -1);

  /**
   * Fields that people had corrected and of which the submission said something else.
   *
   * @param kept it said what the record said before, or nothing: the correction stays
   * @param overtaken it said what the record had never said: that counts now
   */
  public record Corrected(long kept, long overtaken) {
    Corrected and(Held.Contents more) {
      return new Corrected(kept + more.kept(), overtaken + more.overtaken().size());
    }
  }

  /** Where suspect values are listed while a deposit runs. */
  public interface Listing {
    /** A value that cannot be right. */
    void suspect(long line, FieldClass field, Suspicion suspicion);

    /** So many rows are in custody now. */
    void progress(long rows);
  }
}
