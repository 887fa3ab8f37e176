package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import java.util.Optional;

/**
 * A person has a credential from now on; an earlier one no longer counts.
 *
 * @param person who
 * @param publicKey 32 bytes, Ed25519
 * @param sealedKey the private half under a passphrase, when the person wants it kept here
 */
public record Enrolled(String person, byte[] publicKey, Optional<byte[]> sealedKey)
    implements Journal.Consequence {}
