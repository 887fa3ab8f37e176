package io.tidemark.vault;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/** Where sealed records are kept. Thread-safe. */
public interface Shelf {
  /** The latest version. */
  long LATEST = Long.MAX_VALUE;

  /** The data keys that are kept, at least one. */
  List<DataKeys.Wrapped> dataKeys();

  /** Salts of the people of these keys that are known already. */
  Map<UUID, Salt> salts(Collection<UUID> people);

  /** The versions of the records of these keys that are known already. */
  Map<UUID, UUID> versions(Collection<UUID> records);

  /** Of these tokens ({@link Suppression}): those of somebody erased, and on which day. */
  Map<UUID, LocalDate> erased(Collection<UUID> tokens);

  /** How often people were erased: a number that grows. */
  long erasures();

  /** The records found under any of these tokens: token to records. */
  Map<Long, RoaringBitmap> find(Locator kind, Collection<Long> tokens);

  /** All records in custody. */
  RoaringBitmap all();

  /**
   * The records in ascending order of their numbers, streaming; the caller closes the stream.
   *
   * @param asOf the ledger index before which the version must have been deposited; {@link #LATEST}
   *     for today's
   */
  Stream<StoredRecord> records(RoaringBitmap ids, long asOf);

  /**
   * Every version of the records that was deposited before the ledger index {@code before}, in
   * ascending order of number and age, streaming; the caller closes the stream.
   */
  Stream<StoredRecord> versions(RoaringBitmap ids, long before);
}
