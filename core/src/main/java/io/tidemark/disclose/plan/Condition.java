package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;

/** What was done to a leaked copy. */
enum Condition {
  AS_RELEASED,
  CLEANED,
  RETYPED,
  STANDARDISED;

  /** What a leak in this condition shows of a spelling. */
  Shown shown(Carrier carrier, int spelling) {
    return switch (this) {
      case AS_RELEASED -> new Shown(1 << spelling);
      case CLEANED, RETYPED -> carrier.whenCleaned(spelling);
      case STANDARDISED -> Shown.UNREAD;
    };
  }

  /** Whether a leak in this condition tells the cell's spelling from any other. */
  boolean tells(MarkedCell cell) {
    return shown(cell.carrier(), cell.symbol()).tells(cell.carrier().spellings());
  }
}
