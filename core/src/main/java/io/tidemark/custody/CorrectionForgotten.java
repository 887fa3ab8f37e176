package io.tidemark.custody;

import io.tidemark.classify.Correction;
import io.tidemark.ledger.Journal;

/** From this entry on the correction no longer holds. */
public record CorrectionForgotten(Correction correction) implements Journal.Consequence {}
