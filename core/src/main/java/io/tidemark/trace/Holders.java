package io.tidemark.trace;

import io.tidemark.vault.Locator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who was given whom. The cost of every question grows with the answer, not with all disclosures.
 * Thread-safe.
 */
public interface Holders {
  /** For each of these records that anybody was given: the numbers of the disclosures. */
  Map<Integer, RoaringBitmap> of(RoaringBitmap records);

  /** The disclosures with these numbers. */
  List<RecordedDisclosure> disclosures(RoaringBitmap numbers);

  /** For each of these tokens that a honey customer has: the numbers of its disclosures. */
  Map<Long, RoaringBitmap> honey(Locator kind, Collection<Long> tokens);

  /** How many records are in custody. */
  long records();
}
