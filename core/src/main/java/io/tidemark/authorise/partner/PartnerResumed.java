package io.tidemark.authorise.partner;

import io.tidemark.ledger.Journal;

/** A suspended party's system is let in again with its certificates. */
public record PartnerResumed(String party) implements Journal.Consequence {}
