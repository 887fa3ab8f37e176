package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/**
 * A person or system is no member of the chain any more: account, credentials, sessions and
 * delegations, lent and received, end with it.
 */
public record PersonLeft(String person) implements Journal.Consequence {}
