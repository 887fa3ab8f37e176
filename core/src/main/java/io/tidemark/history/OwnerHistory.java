package io.tidemark.history;

import io.tidemark.evidence.ProvedEntry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.VerifierKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An owner's file as it was read: nothing of it is proved yet. Immutable.
 *
 * @param secret the owner's secret
 * @param events what is said to be the whole history, in the ledger's order
 * @param proof that the head stands in the map, or that the owner is not in it
 * @param rootEntry the index of the root's entry
 * @param entries ledger entries by index, each with its proof: that of the root and, as far as they
 *     fit, those of the events
 * @param bundledKey the ledger's verifier key that lies in the file
 */
public record OwnerHistory(
    OwnerSecret secret,
    List<Event> events,
    MapProof proof,
    long rootEntry,
    Map<Long, ProvedEntry> entries,
    VerifierKey bundledKey) {
  /** Copies the collections. */
  public OwnerHistory {
    events = List.copyOf(events);
    entries = Map.copyOf(entries);
  }

  /** What the root's entry says. */
  public PublishedRoot root() throws LedgerException {
    return PublishedRoot.of(proved(rootEntry).entry());
  }

  /** The root's entry. */
  ProvedEntry proved() throws LedgerException {
    return proved(rootEntry);
  }

  private ProvedEntry proved(long index) throws LedgerException {
    return Optional.ofNullable(entries.get(index))
        .orElseThrow(() -> new LedgerException("the file lacks entry " + index));
  }
}
