package io.tidemark.store.register;

import io.tidemark.custody.keys.HomeRestored;
import io.tidemark.store.journal.Changes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What the return from a backup changes in the state. */
public final class Restorations {
  private Restorations() {}

  /** Adds the change of this register to the book. */
  public static Changes in(Changes changes) {
    return changes.with(HomeRestored.class, Restorations::write);
  }

  private static void write(Connection connection, long index, HomeRestored restored)
      throws SQLException {
    Sql.run(connection, "delete from session");
    Sql.run(connection, "delete from invitation");
    Sql.run(connection, "delete from passkey_challenge");
    for (Map.Entry<String, HomeRestored.Released> copy : restored.released().entrySet()) {
      Sql.run(
          connection,
          "update disclosure set state = 'released', release = ?, file = ?"
              + " where id = ? and state in ('opened', 'recorded')",
          copy.getValue().entry(),
          copy.getValue().file().bytes(),
          copy.getKey());
    }
    for (String id : restored.notDelivered()) {
      Sql.run(connection, "update disclosure set state = 'not-delivered' where id = ?", id);
    }
  }
}
