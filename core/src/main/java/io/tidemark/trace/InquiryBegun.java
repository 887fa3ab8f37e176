package io.tidemark.trace;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;
import org.roaringbitmap.RoaringBitmap;

/**
 * An attempt at a case has begun; it counts whether it ends or not.
 *
 * @param records whom it opens
 */
public record InquiryBegun(CaseId id, int attempt, Digest material, RoaringBitmap records)
    implements Journal.Consequence {}
