package io.tidemark.rights.notice;

import io.tidemark.ledger.Journal;
import java.time.Instant;
import java.util.Optional;

/**
 * A party is told by its webhook from now on, or no longer.
 *
 * @param host where it lies, for people to see
 * @param url the whole address, sealed, since it may hold a secret; nothing for no webhook
 */
public record WebhookSet(String party, String host, Optional<byte[]> url, Instant at)
    implements Journal.Consequence {}
