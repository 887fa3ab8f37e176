package io.tidemark.rights.notice;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.NoticeId;
import java.time.Instant;

/**
 * A party acknowledged a notice; what it said of the party's copies goes.
 *
 * @param by what the ledger calls whoever said so
 */
public record NoticeAcknowledged(NoticeId id, String by, Instant at)
    implements Journal.Consequence {}
