package io.tidemark.evidence;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bundle as it was read.
 *
 * @param file the case file
 * @param fileDigest SHA-256 of its bytes
 * @param accused what is revealed of the accused
 * @param entries the ledger entries by index, each with its proof
 * @param attribution the ledger index of the attribution's entry
 * @param inquiry the ledger index of the inquiry's entry
 * @param checkpoint the signed head that the proofs lead to, perhaps cosigned
 * @param bundledKey the verifier key of the ledger that lies in the bundle
 * @param witnesses keys of second parties, with which cosignatures are checked
 * @param stamps RFC 3161 tokens over the checkpoint
 */
public record Bundle(
    CaseFile file,
    Digest fileDigest,
    List<Accused> accused,
    Map<Long, ProvedEntry> entries,
    long attribution,
    long inquiry,
    SignedNote checkpoint,
    VerifierKey bundledKey,
    List<VerifierKey> witnesses,
    List<Stamp> stamps) {
  /** Copies the collections. */
  public Bundle {
    accused = List.copyOf(accused);
    entries = Map.copyOf(entries);
    witnesses = List.copyOf(witnesses);
    stamps = List.copyOf(stamps);
  }

  /** An entry's bytes with the proof that the ledger holds them. */
  public record ProvedEntry(byte[] bytes, Entry entry, LogProof proof) {}

  /** A time stamp over the checkpoint: the token and the authority's certificate, both in DER. */
  public record Stamp(byte[] token, byte[] certificate) {}

  /** The entry at an index, when the bundle has it and it is of this kind. */
  Optional<Entry> entry(long index, String kind) {
    return Optional.ofNullable(entries.get(index))
        .map(ProvedEntry::entry)
        .filter(entry -> entry.kind().equals(kind));
  }

  /** The entry that was recorded before a copy was released. */
  Optional<Entry> disclosure(Accused.Copy copy) {
    return entry(copy.entry(), "disclosure")
        .filter(entry -> entry.value("disclosure").equals(Optional.of(copy.disclosure())));
  }

  /** The entry that recorded a copy's digests. */
  Optional<Entry> release(Accused.Copy copy) {
    return entry(copy.release(), "release")
        .filter(entry -> entry.value("disclosure").equals(Optional.of(copy.disclosure())));
  }

  /** Those behind whom the verdict stands. */
  List<CaseFile.Ranked> ranked() {
    return file.ranking().stream().filter(CaseFile.Ranked::accused).toList();
  }

  /** What is revealed of a party. */
  Optional<Accused> revealed(String party) {
    return accused.stream().filter(one -> one.party().equals(party)).findFirst();
  }
}
