package io.tidemark.store.register;

import io.tidemark.custody.calls.CallsReported;
import io.tidemark.custody.calls.KeptReports;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.ReportId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports of calls, sealed. Thread-safe. */
public final class CallReports implements KeptReports {
  private final JdbcClient database;

  /** The table in this database. */
  public CallReports(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes.with(CallsReported.class, CallReports::keep);
  }

  private static void keep(Connection connection, long index, CallsReported reported)
      throws SQLException {
    Sql.run(connection, "delete from call_report where until <= ?", utc(reported.now()));
    String sql =
        "insert into call_report (report, number, token, box, until) values (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < reported.reports().size(); i++) {
        insert.setString(1, reported.id().text());
        insert.setInt(2, i);
        insert.setLong(3, reported.reports().get(i).token());
        insert.setBytes(4, reported.reports().get(i).box());
        insert.setObject(5, utc(reported.until()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public List<Kept> after(long place, int most, Instant now) {
    return database
        .sql(
            "select place, report, number, box from call_report"
                + " where place > ? and until > ? order by place limit ?")
        .param(place)
        .param(utc(now))
        .param(most)
        .query(
            (row, n) ->
                new Kept(
                    row.getLong(1), new ReportId(row.getString(2)), row.getInt(3), row.getBytes(4)))
        .list();
  }

  /** Deletes the reports whose time has ended; how many. */
  public int sweep(Instant now) {
    return database.sql("delete from call_report where until <= ?").param(utc(now)).update();
  }
}
