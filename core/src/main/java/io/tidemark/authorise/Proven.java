package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A signed-in person showed once more who it is.
 *
 * @param person who
 * @param session SHA-256 of the session's token
 * @param passkey the use of a passkey; nothing for the password
 * @param at when
 */
public record Proven(String person, Digest session, Optional<SignedIn.Passkey> passkey, Instant at)
    implements Journal.Consequence {}
