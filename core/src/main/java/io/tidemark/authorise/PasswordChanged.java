package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.time.Instant;

/**
 * A person's password is another one from now on; all sessions of the person end but the one in
 * which it was changed.
 *
 * @param person who
 * @param session SHA-256 of the token of the session that goes on
 * @param shown what was shown beside the old password
 * @param old the hash that the old password matched
 * @param password the new password's Argon2id hash, encoded
 * @param sealedKey the person's signing key, the same as before, sealed under the new password
 * @param at when
 */
public record PasswordChanged(
    String person,
    Digest session,
    SignedIn.Second shown,
    String old,
    String password,
    byte[] sealedKey,
    Instant at)
    implements Journal.Consequence {}
