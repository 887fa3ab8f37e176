package io.tidemark.vault;

import io.tidemark.fingerprint.Offer;
import io.tidemark.terms.RecordId;
import java.util.List;

/**
 * A record that was opened under a permit and a receipt.
 *
 * @param id its number
 * @param content what it says
 * @param offers what it offers to carry marks
 * @param commitment its commitment with all openings
 * @param since the ledger index at which this version was deposited
 */
public record OpenedRecord(
    RecordId id, Content content, List<Offer> offers, Commitment commitment, long since) {}
