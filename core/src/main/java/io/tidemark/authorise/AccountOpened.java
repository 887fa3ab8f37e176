package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.time.Instant;

/**
 * A person has an account on the server from now on; an earlier one and its sessions no longer
 * count, and the invitation is spent.
 *
 * @param person who
 * @param invitation SHA-256 of the invitation's token
 * @param at when
 * @param password the password's Argon2id hash, encoded
 * @param codeSecret the secret of the one-time codes, sealed
 * @param publicKey the key with which the person's decisions are signed: 32 bytes, Ed25519
 * @param sealedKey its private half, sealed under the password
 */
public record AccountOpened(
    String person,
    Digest invitation,
    Instant at,
    String password,
    byte[] codeSecret,
    byte[] publicKey,
    byte[] sealedKey)
    implements Journal.Consequence {
  /** The invitation was spent, replaced or past its time. Nothing was done. */
  public static final class InvitationSpent extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
