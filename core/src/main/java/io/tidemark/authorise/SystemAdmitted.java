package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;

/**
 * A system signs in with this secret from now on; an earlier one and its sessions no longer count.
 *
 * @param system which
 * @param secret SHA-256 of the secret
 */
public record SystemAdmitted(String system, Digest secret) implements Journal.Consequence {}
