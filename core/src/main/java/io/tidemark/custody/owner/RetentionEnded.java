package io.tidemark.custody.owner;

import io.tidemark.ledger.Journal;

/** A way through all records has come to its end. */
public record RetentionEnded(int number) implements Journal.Consequence {}
