package io.tidemark.disclose;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import java.util.List;

/**
 * A copy is whole and recorded: it may have its name.
 *
 * @param id the disclosure
 * @param file SHA-256 of the file's bytes
 * @param honey the tokens of its honey customers
 */
public record CopyRecorded(DisclosureId id, Digest file, List<HoneyToken> honey)
    implements Journal.Consequence {
  /** The token of a honey customer's mobile number. */
  public record HoneyToken(long token) {}
}
