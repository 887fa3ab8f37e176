package io.tidemark.custody.owner;

import io.tidemark.ledger.Journal;
import java.time.Instant;

/**
 * A way through all records has begun.
 *
 * @param total how many there are
 */
public record RetentionBegun(int number, long total, Instant at) implements Journal.Consequence {}
