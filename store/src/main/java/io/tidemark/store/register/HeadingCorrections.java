package io.tidemark.store.register;

import io.tidemark.classify.Correction;
import io.tidemark.custody.CorrectionForgotten;
import io.tidemark.custody.CorrectionsKept;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people said that headings mean. Thread-safe. */
public final class HeadingCorrections {
  private final JdbcClient database;
  private final Function<String, Kind> kinds;

  /**
   * The table in this database.
   *
   * @param kinds the kind of a Chinese name
   */
  public HeadingCorrections(DataSource database, Function<String, Kind> kinds) {
    this.database = JdbcClient.create(database);
    this.kinds = kinds;
  }

  /**
   * A correction that holds.
   *
   * @param by who said so
   * @param entry the ledger index of the entry that records it
   */
  public record Kept(Correction correction, String by, Instant at, long entry) {}

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(CorrectionsKept.class, HeadingCorrections::keep)
        .with(CorrectionForgotten.class, HeadingCorrections::forget);
  }

  private static void keep(Connection connection, long index, CorrectionsKept kept)
      throws SQLException {
    String sql =
        """
        insert into heading_correction (sender, heading, shown, kind, against, person, at, entry)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (sender, heading) do update
           set shown = excluded.shown, kind = excluded.kind, against = excluded.against,
               person = excluded.person, at = excluded.at, entry = excluded.entry
        """;
    for (Correction correction : kept.corrections()) {
      Sql.run(
          connection,
          sql,
          correction.sender().orElse(""),
          correction.heading(),
          correction.shown(),
          correction.kind().zh(),
          correction.against().map(Kind::zh).orElse(""),
          kept.by(),
          kept.at().atOffset(ZoneOffset.UTC),
          index);
    }
  }

  private static void forget(Connection connection, long index, CorrectionForgotten forgotten)
      throws SQLException {
    Sql.run(
        connection,
        "delete from heading_correction where sender = ? and heading = ?",
        forgotten.correction().sender().orElse(""),
        forgotten.correction().heading());
  }

  /** All that hold, those for everybody first, by heading. */
  public List<Kept> all() {
    return database
        .sql(
            "select sender, heading, shown, kind, against, person, at, entry from heading_correction order by sender, heading")
        .query((row, n) -> kept(row))
        .list();
  }

  private Kept kept(ResultSet row) throws SQLException {
    Correction correction =
        new Correction(
            row.getString(2),
            row.getString(3),
            named(row.getString(1)),
            kinds.apply(row.getString(4)),
            named(row.getString(5)).map(kinds));
    OffsetDateTime at = row.getObject(7, OffsetDateTime.class);
    return new Kept(correction, row.getString(6), at.toInstant(), row.getLong(8));
  }

  private static Optional<String> named(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
