package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.GrantId;

/**
 * A grant is proposed in place of one that ends.
 *
 * @param renews the one that ends; one proposal at a time waits for it
 */
public record GrantProposed(Grant grant, GrantId renews) implements Journal.Consequence {}
