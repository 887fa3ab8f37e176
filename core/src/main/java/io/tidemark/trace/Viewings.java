package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Which of the staff were shown whom, one person at a time. Thread-safe. */
public interface Viewings {
  /**
   * One record that a view showed.
   *
   * @param person who looked
   * @param view the view, as the ledger calls it
   */
  record Viewing(int record, String person, DisclosureId view) {}

  /**
   * The views of these records that were recorded before the ledger index {@code before}, the
   * newest first.
   */
  List<Viewing> of(RoaringBitmap records, long before);
}
