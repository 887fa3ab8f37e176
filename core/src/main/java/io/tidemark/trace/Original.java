package io.tidemark.trace;

import io.tidemark.vault.OpenedRecord;

/**
 * One version of a record, opened, with the time that it was the current one.
 *
 * @param record the version
 * @param until the ledger index at which the next version was deposited
 */
public record Original(OpenedRecord record, long until) {
  /** Whether a copy of records as they stood before the ledger index {@code asOf} has it. */
  public boolean givenAt(long asOf) {
    return record.since() < asOf && asOf <= until;
  }
}
