package io.tidemark.vault;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The records of one list as they lay on the shelf at one moment, still sealed: looked over first,
 * opened after the receipt. A short list is read from the shelf once and kept; a long one is read
 * again, so that memory does not grow with it. One thread at a time.
 */
public final class SealedList {
  /** Some two megabytes of sealed records. */
  private static final int KEPT = 2_000;

  private final Shelf shelf;
  private final RoaringBitmap records;
  private final long asOf;
  private @Nullable List<StoredRecord> kept;

  /**
   * The records of these numbers.
   *
   * @param asOf the ledger index before which the versions must have been deposited; {@link
   *     Shelf#LATEST} for today's
   */
  public SealedList(Shelf shelf, RoaringBitmap records, long asOf) {
    this.shelf = shelf;
    this.records = records;
    this.asOf = asOf;
  }

  /** How many records are meant. */
  public int size() {
    return records.getCardinality();
  }

  /** The records in ascending order of their numbers; to be closed. */
  public Stream<StoredRecord> records() {
    if (size() > KEPT) {
      return shelf.records(records, asOf);
    }
    List<StoredRecord> known = kept;
    if (known == null) {
      try (Stream<StoredRecord> stored = shelf.records(records, asOf)) {
        known = stored.toList();
      }
      kept = known;
    }
    return known.stream();
  }
}
