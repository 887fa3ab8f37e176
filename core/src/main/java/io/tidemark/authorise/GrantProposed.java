package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/** A grant is proposed in place of one that ends. */
public record GrantProposed(Grant grant) implements Journal.Consequence {}
