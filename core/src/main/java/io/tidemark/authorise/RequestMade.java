package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import org.roaringbitmap.RoaringBitmap;

/** A request was made about these records; neither ever changes. */
public record RequestMade(Request request, RoaringBitmap records) implements Journal.Consequence {}
