package io.tidemark.custody;

import io.tidemark.authorise.Pace;
import io.tidemark.ledger.Journal;
import io.tidemark.terms.DisclosureId;
import java.time.Instant;

/**
 * What a look-up opened was not shown after all: it was a miss.
 *
 * @param pace in which it counts
 * @param at when it was asked
 */
public record NotShown(DisclosureId id, String person, Pace pace, Instant at)
    implements Journal.Consequence {}
