package io.tidemark.store.register;

import io.tidemark.custody.calls.CallsWeighed;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;
import io.tidemark.trace.CaseConcluded;
import io.tidemark.trace.InquiryBegun;
import java.sql.Connection;
import java.sql.ResultSet;
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
            (connection, index, concluded) ->
                end(
                    connection,
                    index,
                    concluded.id(),
                    concluded.attempt(),
                    concluded.file(),
                    false))
        .with(
            CallsWeighed.class,
            (connection, index, weighed) ->
                end(connection, index, weighed.id(), weighed.attempt(), weighed.file(), true));
  }

  private static void end(
      Connection connection, long index, CaseId id, int attempt, byte[] file, boolean calls)
      throws SQLException {
    int rows =
        Sql.run(
            connection,
            "update inquiry set concluded = ?, file = ?, calls = ? where case_id = ? and attempt = ?",
            index,
            file,
            calls,
            id,
            attempt);
    if (rows != 1) {
      throw new SQLException("the attempt was never begun");
    }
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
   * An attempt that ended.
   *
   * @param inquiry the ledger index of the entry that began it
   * @param attribution that of the entry that ended it
   * @param file the sealed case file
   * @param calls whether it was about calls
   */
  public record Concluded(
      CaseId id, int attempt, long inquiry, long attribution, byte[] file, boolean calls) {}

  /** The last attempt at the case that ended. */
  public Optional<Concluded> concluded(CaseId id) {
    return database
        .sql(
            "select case_id, attempt, entry, concluded, file, calls from inquiry"
                + " where case_id = ? and file is not null order by attempt desc limit 1")
        .param(id.text())
        .query((row, n) -> concluded(row))
        .optional();
  }

  /** The last inquiry into calls that ended. */
  public Optional<Concluded> lastOfCalls() {
    return database
        .sql(
            "select case_id, attempt, entry, concluded, file, calls from inquiry"
                + " where calls order by concluded desc limit 1")
        .query((row, n) -> concluded(row))
        .optional();
  }

  private static Concluded concluded(ResultSet row) throws SQLException {
    return new Concluded(
        new CaseId(row.getString(1)),
        row.getInt(2),
        row.getLong(3),
        row.getLong(4),
        row.getBytes(5),
        row.getBoolean(6));
  }
}
