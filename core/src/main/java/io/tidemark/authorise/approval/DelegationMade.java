package io.tidemark.authorise.approval;

import io.tidemark.ledger.Journal;

/** A duty was lent, or its loan ended; an earlier loan to the same person no longer counts. */
public record DelegationMade(Delegation delegation) implements Journal.Consequence {}
