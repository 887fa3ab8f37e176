package io.tidemark.store.register;

import io.tidemark.store.journal.Changes;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;
import io.tidemark.trace.CaseConcluded;
import io.tidemark.trace.InquiryBegun;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inquiries: attempts at cases, and the sealed case files of those that ended. Thread-safe. */
public final class Cases {
  private final JdbcClient database;

  /** The table in this database. */
  public Cases(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(
            InquiryBegun.class,
            (connection, index, begun) ->
                Sql.run(
                    connection,
                    "insert into inquiry (case_id, attempt, material, entry, records) values (?, ?, ?, ?, ?)",
                    begun.id(),
                    begun.attempt(),
                    begun.material().bytes(),
                    index,
                    Bitmaps.bytes(begun.records())))
        .with(
            CaseConcluded.class,
            (connection, index, concluded) -> {
              int rows =
                  Sql.run(
                      connection,
                      "update inquiry set concluded = ?, file = ? where case_id = ? and attempt = ?",
                      index,
                      concluded.file(),
                      concluded.id(),
                      concluded.attempt());
              if (rows != 1) {
                throw new SQLException("the attempt was never begun");
              }
            });
  }

  /** The case in which this very material was read before. */
  public Optional<CaseId> of(Digest material) {
    return database
        .sql("select case_id from inquiry where material = ? limit 1")
        .param(material.bytes())
        .query((row, n) -> new CaseId(row.getString(1)))
        .optional();
  }

  /** How many attempts at the case have begun. */
  public int attempts(CaseId id) {
    return database
        .sql("select count(*) from inquiry where case_id = ?")
        .param(id.text())
        .query(Integer.class)
        .single();
  }

  /**
   * The last attempt that ended: its number, the ledger indices of its two entries, its sealed case
   * file.
   */
  public record Concluded(int attempt, long inquiry, long attribution, byte[] file) {}

  /** The last attempt at the case that ended. */
  public Optional<Concluded> concluded(CaseId id) {
    return database
        .sql(
            "select attempt, entry, concluded, file from inquiry where case_id = ? and file is not null order by attempt desc limit 1")
        .param(id.text())
        .query(
            (row, n) ->
                new Concluded(row.getInt(1), row.getLong(2), row.getLong(3), row.getBytes(4)))
        .optional();
  }
}
