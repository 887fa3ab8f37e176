package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** A request moved on by somebody's word or by revocation; only if it stands as before. */
public record RequestDecided(Request before, Request after) implements Journal.Consequence {}
