package io.tidemark.vault;

import io.tidemark.fingerprint.Offer;
import io.tidemark.terms.RecordId;
import java.util.List;
import java.util.function.Supplier;

/**
 * A record that was opened under a permit and a receipt.
 *
 * @param id its number
 * @param content what it says
 * @param offers what it offers to carry marks
 * @param openings computes its commitment with all openings, which only an inquiry needs
 * @param since the ledger index at which this version was deposited
 */
public record OpenedRecord(
    RecordId id, Content content, List<Offer> offers, Supplier<Commitment> openings, long since) {
  /** Its commitment with all openings. */
  public Commitment commitment() {
    return openings.get();
  }
}
