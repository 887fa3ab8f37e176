package io.tidemark.custody.calls;

import io.tidemark.terms.ReportId;
import java.time.Instant;
import java.util.List;

/** Reports of calls as they are kept. Thread-safe. */
public interface KeptReports {
  /**
   * A report.
   *
   * @param place grows with each report
   * @param id its receipt
   * @param number its place within the receipt, from 0
   * @param box what was reported, sealed
   */
  record Kept(long place, ReportId id, int number, byte[] box) {}

  /** The next reports behind a place, at most so many, whose time has not ended by then. */
  List<Kept> after(long place, int most, Instant now);
}
