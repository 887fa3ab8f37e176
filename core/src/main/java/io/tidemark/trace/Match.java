package io.tidemark.trace;

import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * The records that a leaked row may be about, found by tokens; nothing is opened yet.
 *
 * @param row the leaked row
 * @param records the records found, perhaps none
 * @param byNumber whether a number found them (phone, plate, VIN, policy or identity number) or the
 *     name alone
 * @param honey the honey customers that have one of this row's numbers
 */
record Match(LeakedRow row, RoaringBitmap records, boolean byNumber, Set<Invented> honey) {
  boolean foreign() {
    return records.isEmpty() && honey.isEmpty();
  }
}
