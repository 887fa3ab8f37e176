package io.tidemark.custody;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.DisclosureId;

/** What a look-up opened was not shown after all. */
public record NotShown(DisclosureId id) implements Journal.Consequence {}
