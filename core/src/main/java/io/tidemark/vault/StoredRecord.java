package io.tidemark.vault;

import io.tidemark.fingerprint.Offer;
import io.tidemark.terms.Digest;
import io.tidemark.terms.RecordId;
import java.util.List;
import java.util.UUID;

/**
 * A sealed record as the shelf gives it back, still sealed.
 *
 * @param id the record's number
 * @param key the record's key
 * @param salt the person's salt
 * @param version the key of what it says
 * @param epoch the epoch of the data key that sealed it
 * @param box the encrypted content
 * @param commitment the digest of {@link Commitment}
 * @param offers what it offers to carry marks
 * @param since the ledger index at which this version was deposited
 */
public record StoredRecord(
    RecordId id,
    UUID key,
    Salt salt,
    UUID version,
    int epoch,
    byte[] box,
    Digest commitment,
    List<Offer> offers,
    long since) {}
