package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** A standing grant moved on: approved by one more, or revoked. */
public record GrantDecided(Grant grant) implements Journal.Consequence {}
