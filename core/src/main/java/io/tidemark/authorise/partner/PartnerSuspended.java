package io.tidemark.authorise.partner;

import io.tidemark.ledger.Journal;
import java.time.Instant;

/**
 * A party's system is let in nowhere from now on, whatever its certificates.
 *
 * @param party whose
 * @param at when
 */
public record PartnerSuspended(String party, Instant at) implements Journal.Consequence {}
