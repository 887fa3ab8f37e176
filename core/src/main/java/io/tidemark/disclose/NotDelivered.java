package io.tidemark.disclose;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.DisclosureId;

/**
 * A disclosure ended without a copy. Its recipient goes on counting as a holder: nobody can prove
 * it saw nothing.
 */
public record NotDelivered(DisclosureId id) implements Journal.Consequence {}
