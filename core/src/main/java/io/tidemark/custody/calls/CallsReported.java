package io.tidemark.custody.calls;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.ReportId;
import java.time.Instant;
import java.util.List;

/**
 * People reported calls.
 *
 * @param id the receipt
 * @param reports the reports, sealed, in their order
 * @param until when they go by themselves
 * @param now what is past its time by now goes at once
 */
public record CallsReported(ReportId id, List<Sealed> reports, Instant until, Instant now)
    implements Journal.Consequence {
  /** Copies the list. */
  public CallsReported {
    reports = List.copyOf(reports);
  }

  /** A report, and the search token of the number that was called. */
  public record Sealed(long token, byte[] box) {}
}
