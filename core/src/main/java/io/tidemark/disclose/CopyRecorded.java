package io.tidemark.disclose;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.vault.Locator;
import java.util.List;

/**
 * A copy is whole and recorded: it may have its name.
 *
 * @param id the disclosure
 * @param file SHA-256 of the file's bytes
 * @param honey the tokens of its honey customers: of every number that they have
 */
public record CopyRecorded(DisclosureId id, Digest file, List<HoneyToken> honey)
    implements Journal.Consequence {
  /**
   * A number of a honey customer.
   *
   * @param kind what number it is
   * @param draw which of the honey key's customers has it
   * @param token its search token
   */
  public record HoneyToken(Locator kind, int draw, long token) {}
}
