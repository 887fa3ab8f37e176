package io.tidemark.custody.calls;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.CaseId;

/**
 * An inquiry into calls has ended.
 *
 * @param file the case, sealed
 */
public record CallsWeighed(CaseId id, int attempt, byte[] file) implements Journal.Consequence {}
