package io.tidemark.store.register;

import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.owner.RetentionBegun;
import io.tidemark.custody.owner.RetentionEnded;
import io.tidemark.custody.owner.RetentionRuns;
import io.tidemark.ledger.Entry;
import io.tidemark.store.journal.Changes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far erasing what is past its time has come. Thread-safe, over all nodes. */
public final class RetentionTables implements RetentionRuns {
  /** The advisory lock of whoever is at it ("reta"). */
  private static final long AT_IT = 0x72657461L;

  private final DataSource source;
  private final JdbcClient database;

  /** The tables in this database. */
  public RetentionTables(DataSource source) {
    this.source = source;
    this.database = JdbcClient.create(source);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(RetentionBegun.class, RetentionTables::begun)
        .with(RetentionEnded.class, RetentionTables::ended);
  }

  private static void begun(Connection connection, long index, RetentionBegun begun)
      throws SQLException {
    int inserted =
        Sql.run(
            connection,
            "insert into retention_run (number, begun, entry, place, seen, total, ended)"
                + " select ?, ?, ?, 0, 0, ?, false"
                + " where not exists (select 1 from retention_run where not ended)"
                + " on conflict do nothing",
            begun.number(),
            begun.at().atOffset(ZoneOffset.UTC),
            index,
            begun.total());
    if (inserted == 0) {
      throw new Overtaken("erasing what is past its time");
    }
  }

  private static void ended(Connection connection, long index, RetentionEnded ended)
      throws SQLException {
    Sql.run(connection, "update retention_run set ended = true where number = ?", ended.number());
  }

  @Override
  public Optional<Run> last() {
    return database
        .sql(
            "select number, begun, entry, place, seen, total, ended from retention_run"
                + " order by number desc limit 1")
        .query(
            (row, n) ->
                new Run(
                    row.getInt(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getLong(3),
                    row.getInt(4),
                    row.getLong(5),
                    row.getLong(6),
                    erased(row.getInt(1), row.getLong(3)),
                    row.getBoolean(7)))
        .optional();
  }

  /** Counted from the entries, so that no crash makes it wrong. */
  private long erased(int number, long since) {
    List<byte[]> entries =
        database
            .sql(
                "select body from ledger_entry where index > ?"
                    + " and position('tidemark/erasure/'::bytea in body) = 1")
            .param(since)
            .query((row, n) -> row.getBytes(1))
            .list();
    long people = 0;
    for (byte[] bytes : entries) {
      try {
        Entry entry = Entry.parse(bytes);
        if (entry.value("why").orElse("").equals("retention " + number)) {
          people += Long.parseLong(entry.value("people").orElse("0"));
        }
      } catch (Entry.BadEntry e) {
        throw new IllegalStateException("an entry is damaged: run ledger fsck", e);
      }
    }
    return people;
  }

  @Override
  public void reached(int number, int place, long seen) {
    database
        .sql("update retention_run set place = ?, seen = ? where number = ? and " + Sql.UNSYNCED)
        .param(place)
        .param(seen)
        .param(number)
        .update();
  }

  @Override
  public RoaringBitmap withClaims(RoaringBitmap records) {
    Integer[] wanted = records.stream().boxed().toArray(Integer[]::new);
    RoaringBitmap claimed = new RoaringBitmap();
    database
        .sql("select distinct record from claim where record = any(?)")
        .param(wanted)
        .query((row, n) -> row.getInt(1))
        .list()
        .forEach(claimed::add);
    return claimed;
  }

  /** The lock ends with the session when this process dies. */
  @Override
  public <T> Optional<T> alone(Supplier<T> work) {
    try (Connection connection = source.getConnection()) {
      if (!lock(connection, "select pg_try_advisory_lock(?)")) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        lock(connection, "select pg_advisory_unlock(?)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  private static boolean lock(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, AT_IT);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
