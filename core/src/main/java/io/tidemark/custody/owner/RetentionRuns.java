package io.tidemark.custody.owner;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/** Where it is kept how far erasing what is past its time has come. Thread-safe, over all nodes. */
public interface RetentionRuns {
  /**
   * One way through all records.
   *
   * @param number counts from 1
   * @param entry the index of the entry with which it began
   * @param place the record up to which everybody was judged
   * @param seen how many records were judged
   * @param total how many there were when it began
   * @param erased how many people it erased so far, as the ledger has it
   * @param ended whether it went all the way
   */
  record Run(
      int number,
      Instant begun,
      long entry,
      int place,
      long seen,
      long total,
      long erased,
      boolean ended) {}

  /** The last one; nothing where none was ever begun. */
  Optional<Run> last();

  /** Keeps that everybody up to a record was judged. What a crash loses of it is judged again. */
  void reached(int number, int place, long seen);

  /** Of these records, those with a claim that somebody handles. */
  RoaringBitmap withClaims(RoaringBitmap records);

  /** Does this while nobody else does it, on this node or another; nothing where somebody does. */
  <T> Optional<T> alone(Supplier<T> work);
}
