package io.tidemark.evidence;

import io.tidemark.terms.Digest;
import java.util.List;

/**
 * A bundle about calls as it was read. Nothing of it is proved yet. Immutable.
 *
 * @param file the case
 * @param fileDigest SHA-256 of its bytes
 * @param copies those that a party was given whom a verdict {@code probable} stands behind, and
 *     that hold any of the called
 * @param attribution the ledger index of the entry that committed to the case
 * @param inquiry the ledger index of the inquiry's entry
 * @param ledger the entries, each with its proof
 */
public record CallBundle(
    CallCase file,
    Digest fileDigest,
    List<GivenCopy> copies,
    long attribution,
    long inquiry,
    LedgerExtract ledger) {
  /** Copies the list. */
  public CallBundle {
    copies = List.copyOf(copies);
  }

  /**
   * A copy that a party was given.
   *
   * @param party the recipient
   * @param disclosure its name
   * @param entry the ledger index of the entry that was recorded before the release
   * @param release that of the entry that recorded the copy's digests; -1 where there is none
   * @param people everybody in it
   */
  public record GivenCopy(
      String party, String disclosure, long entry, long release, People people) {}
}
