package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** A request moved on: approved by one more, rejected, or used. */
public record RequestDecided(Request request) implements Journal.Consequence {}
