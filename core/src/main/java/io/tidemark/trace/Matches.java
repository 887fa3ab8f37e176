package io.tidemark.trace;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * What was found of a sighting before anything is opened.
 *
 * @param found the rows that may be about somebody in custody, or about a honey customer
 * @param read how many rows were read
 */
public record Matches(List<Match> found, long read) {
  /** Copies the list. */
  public Matches {
    found = List.copyOf(found);
  }

  /** The records to open. */
  public RoaringBitmap records() {
    RoaringBitmap records = new RoaringBitmap();
    found.forEach(match -> records.or(match.records()));
    return records;
  }
}
