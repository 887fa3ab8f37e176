package io.tidemark.store.journal;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/**
 * Records entries in the table {@code ledger_entry}. Thread-safe, over all processes of a database.
 */
public final class PostgresJournal extends Journal {
  /** The advisory lock that makes one sequencer of all nodes ("tide"). */
  static final long SEQUENCER = 0x74696465L;

  private final DataSource database;
  private final Changes changes;

  /** A journal in this database. */
  public PostgresJournal(DataSource database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  @Override
  public Receipt record(Entry entry, Consequence consequence) {
    return record(connection -> {}, entry, consequence);
  }

  /**
   * Puts published entries back behind the last one of a database that was set back, without their
   * consequences, and records {@code entry}, which says so, behind them: all in one transaction.
   *
   * @param first where they belong: how many entries the database has
   * @param entries in their order; read within the transaction
   * @throws IllegalStateException when the database has another number of entries by then
   */
  public Receipt putBack(
      long first, Iterator<byte[]> entries, Entry entry, Consequence consequence) {
    return record(
        connection -> {
          if (next(connection) != first) {
            throw new IllegalStateException("somebody recorded into a home that is being restored");
          }
          for (long index = first; entries.hasNext(); index++) {
            insert(connection, index, entries.next());
          }
        },
        entry,
        consequence);
  }

  /** What comes before an entry, in its transaction. */
  @FunctionalInterface
  private interface Before {
    void run(Connection connection) throws SQLException;
  }

  private Receipt record(Before before, Entry entry, Consequence consequence) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lock(connection);
        before.run(connection);
        long index = next(connection);
        insert(connection, index, entry.bytes());
        changes.write(connection, index, consequence);
        connection.commit();
        return receipt(index, entry);
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new JournalUnavailable("the entry could not be recorded", e);
    }
  }

  @Override
  public long size() {
    try (Connection connection = database.getConnection()) {
      return next(connection);
    } catch (SQLException e) {
      throw new JournalUnavailable("the ledger could not be read", e);
    }
  }

  /** At most {@code most} entries from index {@code from} on. */
  public List<byte[]> entries(long from, int most) {
    String sql = "select body from ledger_entry where index >= ? order by index limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, from);
      select.setInt(2, most);
      List<byte[]> entries = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(rows.getBytes(1));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new JournalUnavailable("the ledger could not be read", e);
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, SEQUENCER);
      lock.execute();
    }
  }

  private static long next(Connection connection) throws SQLException {
    String sql = "select coalesce(max(index) + 1, 0) from ledger_entry";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void insert(Connection connection, long index, byte[] entry) throws SQLException {
    String sql = "insert into ledger_entry (index, body) values (?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, index);
      insert.setBytes(2, entry);
      insert.executeUpdate();
    }
  }

  /** The database did not take or give an entry. What was not acknowledged did not happen. */
  public static final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
