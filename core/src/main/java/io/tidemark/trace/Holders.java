package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import io.tidemark.vault.Locator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who was given whom. The cost of every question grows with the answer, not with all disclosures.
 * Thread-safe.
 */
public interface Holders {
  /** For each of these records that anybody was given: the numbers of the disclosures. */
  Map<Integer, RoaringBitmap> of(RoaringBitmap records);

  /** Those of the disclosures with these numbers whose copy was delivered. */
  List<RecordedDisclosure> disclosures(RoaringBitmap numbers);

  /** For each of these tokens of numbers of this kind: the honey customers that have it. */
  Map<Long, Set<Invented>> honey(Locator kind, Collection<Long> tokens);

  /**
   * How many honey customers were drawn for these parties ({@link
   * io.tidemark.disclose.honey.HoneyCustomers#draws}) in copies whose release was recorded before
   * the ledger index {@code before}, undelivered ones left out; parties without any are absent.
   */
  Map<String, Long> honeyOf(Collection<String> parties, long before);

  /** The same for all parties together. */
  long honey(long before);

  /** How many records are in custody. */
  long records();

  /** How many parties were ever given anything. */
  long parties();

  /** How many people each of these parties was given in all, counted in each disclosure. */
  Map<String, Long> given(Collection<String> parties);

  /** The ledger index of the first entry recorded at or after this time, or the ledger's size. */
  long before(Instant time);

  /**
   * The party's disclosures whose release was recorded before the ledger index {@code before},
   * undelivered ones left out.
   */
  List<RecordedDisclosure> ofParty(String party, long before);

  /** The disclosure of this name with all that is needed to make its copy again. */
  Optional<RecordedCopy> copy(DisclosureId id);
}
