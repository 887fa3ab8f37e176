package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import io.tidemark.vault.Locator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** How many parties were ever given anything. */
  long parties();

  /** How many people each of these parties was given in all, counted in each disclosure. */
  Map<String, Long> given(Collection<String> parties);

  /** The ledger index of the first entry recorded at or after this time, or the ledger's size. */
  long before(Instant time);

  /** The party's disclosures whose entries stand before the ledger index {@code before}. */
  List<RecordedDisclosure> ofParty(String party, long before);

  /** The disclosure of this name with all that is needed to make its copy again. */
  Optional<RecordedCopy> copy(DisclosureId id);
}
