package io.tidemark.store.register;

import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.keys.DataKeyDrawn;
import io.tidemark.custody.keys.DataKeysDestroyed;
import io.tidemark.custody.keys.RingRewrapped;
import io.tidemark.store.journal.Changes;
import io.tidemark.vault.KeyRing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of a home as they are kept: which there are, and since when. Thread-safe. */
public final class KeyTables {
  private final JdbcClient database;

  /** The tables in this database. */
  public KeyTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /**
   * A key that is kept; never the key itself.
   *
   * @param use what it is for
   * @param since when it was last wrapped, or drawn where nothing wraps it anew
   */
  public record Kept(String use, Instant since) {}

  /** The keys that the master key wraps. */
  public List<Kept> ring() {
    return kept("select use, wrapped from wrapped_key order by use");
  }

  /** The data keys, named by their epochs, the oldest first. */
  public List<Kept> dataKeys() {
    return kept("select epoch::text, drawn from data_key order by epoch");
  }

  private List<Kept> kept(String sql) {
    return database
        .sql(sql)
        .query(
            (row, n) ->
                new Kept(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(RingRewrapped.class, KeyTables::rewrapped)
        .with(DataKeyDrawn.class, KeyTables::drawn)
        .with(DataKeysDestroyed.class, KeyTables::destroyed);
  }

  /** Each key exactly as it was read, so that none is lost that was drawn or wrapped meanwhile. */
  private static void rewrapped(Connection connection, long index, RingRewrapped ring)
      throws SQLException {
    int kept = 0;
    for (int i = 0; i < ring.before().size(); i++) {
      KeyRing.Wrapped before = ring.before().get(i);
      kept +=
          Sql.run(
              connection,
              "update wrapped_key set bytes = ?, wrapped = now() where use = ? and bytes = ?",
              ring.after().get(i).bytes(),
              before.use().name(),
              before.bytes());
    }
    String others = "update wrapped_key set use = use where not use = any(?)";
    List<String> uses = ring.before().stream().map(key -> key.use().name()).toList();
    if (kept != ring.before().size() || Sql.run(connection, others, uses) > 0) {
      throw new Overtaken("the ring of keys");
    }
  }

  private static void drawn(Connection connection, long index, DataKeyDrawn drawn)
      throws SQLException {
    int begun =
        Sql.run(
            connection,
            """
            insert into data_rotation (number, epoch, total, done, record, entry)
            select 1, ?, ?, 0, -1, -1 where ? = (select max(epoch) + 1 from data_key)
            on conflict do nothing
            """,
            drawn.key().epoch(),
            drawn.boxes(),
            drawn.key().epoch());
    if (begun == 0) {
      throw new Overtaken("the rotation of data keys");
    }
    Sql.run(
        connection,
        "insert into data_key (epoch, bytes) values (?, ?)",
        drawn.key().epoch(),
        drawn.key().bytes());
  }

  private static void destroyed(Connection connection, long index, DataKeysDestroyed destroyed)
      throws SQLException {
    if (Sql.run(connection, "delete from data_rotation where epoch = ?", destroyed.epoch()) == 0) {
      throw new Overtaken("the rotation of data keys");
    }
    Sql.run(connection, "delete from data_key where epoch < ?", destroyed.epoch());
  }
}
