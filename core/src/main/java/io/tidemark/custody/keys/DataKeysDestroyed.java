package io.tidemark.custody.keys;

import io.tidemark.ledger.Journal;

/**
 * A rotation has ended: all older data keys are destroyed.
 *
 * @param epoch the epoch whose key has taken over
 */
public record DataKeysDestroyed(int epoch) implements Journal.Consequence {}
