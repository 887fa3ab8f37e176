package io.tidemark.store.register;

import io.tidemark.custody.LookedUp;
import io.tidemark.custody.NotShown;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Who looked whom up. Thread-safe, over all nodes. */
public final class LookUpTables {
  private LookUpTables() {}

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(LookedUp.class, LookUpTables::lookedUp)
        .with(
            NotShown.class,
            (connection, index, not) ->
                Sql.run(connection, "delete from looked_at where look_up = ?", not.id()));
  }

  /** One statement: the ledger's sequencer waits meanwhile. */
  private static void lookedUp(Connection connection, long index, LookedUp look)
      throws SQLException {
    String sql =
        """
        with made as (
          insert into look_up (id, person, key, task, at, entry) values (?, ?, ?, ?, ?, ?)
          on conflict (person, key) do nothing returning id),
        whom as (insert into looked_at (record, look_up) select r, made.id from made, unnest(?) r)
        select count(*) from made
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, look.id().text());
      insert.setString(2, look.person());
      insert.setBytes(3, Digest.sha256(look.key()).bytes());
      insert.setString(4, look.task());
      insert.setObject(5, look.at().atOffset(ZoneOffset.UTC));
      insert.setLong(6, index);
      insert.setArray(7, connection.createArrayOf("integer", look.records().toArray()));
      try (ResultSet row = insert.executeQuery()) {
        if (!row.next() || row.getInt(1) != 1) {
          throw new LookedUp.Repeated();
        }
      }
    }
  }
}
