package io.tidemark.store.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Entries on their way into the table, some at a time; the last ones when it is closed. */
final class Insert implements AutoCloseable {
  private static final int BATCH = 500;

  private final PreparedStatement statement;
  private int waiting;

  Insert(Connection connection) throws SQLException {
    this.statement =
        connection.prepareStatement("insert into ledger_entry (index, body) values (?, ?)");
  }

  void add(long index, byte[] body) throws SQLException {
    statement.setLong(1, index);
    statement.setBytes(2, body);
    statement.addBatch();
    if (++waiting == BATCH) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      statement.executeBatch();
    }
  }
}
