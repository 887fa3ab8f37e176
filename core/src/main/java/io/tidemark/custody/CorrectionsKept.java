package io.tidemark.custody;

import io.tidemark.classify.Correction;
import io.tidemark.ledger.Journal;
import java.time.Instant;
import java.util.List;

/**
 * From this entry on these headings mean what a person said.
 *
 * @param by who said so
 */
public record CorrectionsKept(List<Correction> corrections, String by, Instant at)
    implements Journal.Consequence {
  /** Copies the list. */
  public CorrectionsKept {
    corrections = List.copyOf(corrections);
  }
}
