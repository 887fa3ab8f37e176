package io.tidemark.history;

import io.tidemark.ledger.Journal;

/** A root of the map counts from now on; its entry says so. */
public record RootPublished(PublishedRoot root) implements Journal.Consequence {}
