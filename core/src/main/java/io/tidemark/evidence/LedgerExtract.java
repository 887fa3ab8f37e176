package io.tidemark.evidence;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.VerifierKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every bundle shows of the ledger. Nothing of it is proved yet. Immutable.
 *
 * @param entries entries by index, each with its proof
 * @param checkpoint the signed head that the proofs lead to, perhaps cosigned
 * @param key the ledger's verifier key that lies in the bundle
 * @param witnesses keys of second parties, with which cosignatures are checked
 * @param stamps RFC 3161 tokens over the checkpoint
 */
public record LedgerExtract(
    Map<Long, ProvedEntry> entries,
    SignedNote checkpoint,
    VerifierKey key,
    List<VerifierKey> witnesses,
    List<Stamp> stamps) {
  /** Copies the collections. */
  public LedgerExtract {
    entries = Map.copyOf(entries);
    witnesses = List.copyOf(witnesses);
    stamps = List.copyOf(stamps);
  }

  /** A time stamp over the checkpoint: the token and the authority's certificate, both in DER. */
  public record Stamp(byte[] token, byte[] certificate) {}

  /** The entry at an index, when it is shown and is of this kind. */
  Optional<Entry> entry(long index, String kind) {
    return Optional.ofNullable(entries.get(index))
        .map(ProvedEntry::entry)
        .filter(entry -> entry.kind().equals(kind));
  }

  /** How many entries of this kind are shown. */
  long count(String kind) {
    return entries.values().stream().filter(one -> one.entry().kind().equals(kind)).count();
  }
}
