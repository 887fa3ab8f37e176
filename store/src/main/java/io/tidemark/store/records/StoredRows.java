package io.tidemark.store.records;

import io.tidemark.fingerprint.Offer;
import io.tidemark.terms.Digest;
import io.tidemark.terms.RecordId;
import io.tidemark.vault.Salt;
import io.tidemark.vault.StoredRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Versions of records as the database gives them. Stateless. */
final class StoredRows {
  /**
   * The first nine columns of a question about versions {@code v} of records {@code r} about people
   * {@code p}.
   */
  static final String COLUMNS =
      "v.record, r.key, p.salt, v.version, v.epoch, v.box, v.commitment, v.offers, v.entry";

  private StoredRows() {}

  /** The version in a row that begins with {@link #COLUMNS}. */
  static StoredRecord read(ResultSet row) throws SQLException {
    return new StoredRecord(
        new RecordId(row.getInt(1)),
        row.getObject(2, UUID.class),
        Salt.of(row.getBytes(3)),
        row.getObject(4, UUID.class),
        row.getInt(5),
        row.getBytes(6),
        Digest.of(row.getBytes(7)),
        Offer.unpack(row.getBytes(8)),
        row.getLong(9));
  }
}
