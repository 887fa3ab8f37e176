package io.tidemark.authorise.partner;

import io.tidemark.ledger.Journal;
import java.time.Instant;

/**
 * Something was refused to a partner.
 *
 * @param party whose system asked
 * @param rule the refusal's stable name
 * @param at when
 */
public record PartnerRefused(String party, String rule, Instant at)
    implements Journal.Consequence {}
