package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** A standing grant moved on: approved by one more, or revoked; only if it stands as before. */
public record GrantDecided(Grant before, Grant after) implements Journal.Consequence {}
