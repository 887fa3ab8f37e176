package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** From this entry on another policy counts. */
public record PolicyChanged(Policy policy, String text) implements Journal.Consequence {}
