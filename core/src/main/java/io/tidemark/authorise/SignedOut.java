package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** All sessions of a person end. */
public record SignedOut(String person) implements Journal.Consequence {}
