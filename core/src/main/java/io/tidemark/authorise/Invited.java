package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.time.Instant;

/**
 * A person may open an account on the server once; an earlier invitation no longer counts.
 *
 * @param person who
 * @param token SHA-256 of the invitation's token
 * @param until after this instant it no longer counts
 */
public record Invited(String person, Digest token, Instant until) implements Journal.Consequence {}
