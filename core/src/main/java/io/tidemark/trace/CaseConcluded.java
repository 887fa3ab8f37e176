package io.tidemark.trace;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.CaseId;

/**
 * An attempt at a case has ended.
 *
 * @param file the case file, sealed
 */
public record CaseConcluded(CaseId id, int attempt, byte[] file) implements Journal.Consequence {}
