package io.tidemark.trace;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;

/** An attempt at a case has begun; it counts whether it ends or not. */
public record InquiryBegun(CaseId id, int attempt, Digest material)
    implements Journal.Consequence {}
