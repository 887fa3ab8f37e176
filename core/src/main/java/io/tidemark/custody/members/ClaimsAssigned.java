package io.tidemark.custody.members;

import io.tidemark.ledger.Journal;
import java.util.List;
import java.util.UUID;

/** From this entry on these claims are handled by these people, and by nobody else. */
public record ClaimsAssigned(List<Claim> claims) implements Journal.Consequence {
  /** Copies the list. */
  public ClaimsAssigned {
    claims = List.copyOf(claims);
  }

  /**
   * A claim.
   *
   * @param number its number by {@link io.tidemark.vault.Tokens#reference}
   * @param record the policy that it is about
   * @param handler the person who handles it
   */
  public record Claim(UUID number, int record, String handler) {}
}
