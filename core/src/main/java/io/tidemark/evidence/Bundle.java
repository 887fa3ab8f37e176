package io.tidemark.evidence;

import io.tidemark.ledger.Entry;
import io.tidemark.terms.Digest;
import java.util.List;
import java.util.Optional;

/**
 * A bundle as it was read.
 *
 * @param file the case file
 * @param fileDigest SHA-256 of its bytes
 * @param accused what is revealed of the accused
 * @param attribution the ledger index of the attribution's entry
 * @param inquiry the ledger index of the inquiry's entry
 * @param ledger the entries, each with its proof
 */
public record Bundle(
    CaseFile file,
    Digest fileDigest,
    List<Accused> accused,
    long attribution,
    long inquiry,
    LedgerExtract ledger) {
  /** Copies the list. */
  public Bundle {
    accused = List.copyOf(accused);
  }

  /** The entry at an index, when the bundle has it and it is of this kind. */
  Optional<Entry> entry(long index, String kind) {
    return ledger.entry(index, kind);
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
