package io.tidemark.authorise.partner;

import io.tidemark.ledger.Journal;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who is among a partner's own people from now on: nobody else can be in a list that it fetches.
 *
 * @param party whose
 * @param before who was until now
 * @param after who is
 */
public record BookChanged(String party, RoaringBitmap before, RoaringBitmap after)
    implements Journal.Consequence {}
