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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Records entries in the table {@code ledger_entry}. Writers who wait at the same moment share one
 * transaction and its sync of the disk: group commit (DeWitt, Katz, Olken, Shapiro, Stonebraker and
 * Wood, "Implementation techniques for main memory database systems", SIGMOD 1984). Who comes first
 * writes for all that came meanwhile. A consequence that fails ends its own entry only.
 * Thread-safe, over all processes of a database.
 */
public final class PostgresJournal extends Journal {
  /** The advisory lock that makes one sequencer of all nodes ("tide"). */
  static final long SEQUENCER = 0x74696465L;

  private static final String NEXT = "select coalesce(max(index) + 1, 0) from ledger_entry";

  /** The second statement sees what was committed while the first waited. */
  private static final String APPEND =
      """
      select pg_advisory_xact_lock(?);
      with next (first) as (%s),
      added as (
        insert into ledger_entry (index, body)
        select next.first + body.place - 1, body.bytes
          from next, unnest(?) with ordinality as body (bytes, place))
      select first from next
      """
          .formatted(NEXT);

  /** The most entries of one transaction. */
  static final int LARGEST_GROUP = 1_000;

  private final DataSource database;
  private final Changes changes;
  private final Queue<Writing> waiting = new ConcurrentLinkedQueue<>();

  /** Whether somebody is writing; guarded by this. */
  private boolean busy;

  /** A journal in this database. */
  public PostgresJournal(DataSource database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  @Override
  public Receipt record(Entry entry, Consequence consequence) {
    Writing mine = new Writing(entry, consequence);
    waiting.add(mine);
    while (!awaited(mine)) {
      try {
        write(group());
      } finally {
        next();
      }
    }
    return receipt(mine.index(), entry);
  }

  /** Waits until somebody has written it, or it is one's turn to write for all. */
  private synchronized boolean awaited(Writing mine) {
    boolean interrupted = false;
    while (busy && !mine.ended()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // what has begun is finished
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!mine.ended()) {
      busy = true;
    }
    return mine.ended();
  }

  /** Ends a turn: those who were written for go, one of the others writes. */
  private synchronized void next() {
    busy = false;
    notifyAll();
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
    Writing mine = new Writing(entry, consequence);
    if (!awaited(mine)) {
      try {
        written((connection, group) -> putBack(connection, group, first, entries), List.of(mine));
      } finally {
        mine.lost();
        next();
      }
    }
    return receipt(mine.index(), entry);
  }

  private static long putBack(
      Connection connection, List<Writing> group, long first, Iterator<byte[]> entries)
      throws SQLException {
    long index = first;
    while (entries.hasNext()) {
      List<byte[]> some = new ArrayList<>();
      while (entries.hasNext() && some.size() < LARGEST_GROUP) {
        some.add(entries.next());
      }
      appendAt(index, connection, some);
      index += some.size();
    }
    appendAt(index, connection, bodies(group));
    return index;
  }

  private static void appendAt(long index, Connection connection, List<byte[]> bodies)
      throws SQLException {
    if (append(connection, bodies) != index) {
      throw new IllegalStateException("somebody recorded into a home that is being restored");
    }
  }

  /** Puts the entries of a group into the table: the index of its first. */
  @FunctionalInterface
  private interface Appending {
    long run(Connection connection, List<Writing> group) throws SQLException;
  }

  /** How many of this process wait while others are being written. */
  public int waiting() {
    return waiting.size();
  }

  /** Those who came first, among them always the one who asks or somebody before. */
  private List<Writing> group() {
    List<Writing> group = new ArrayList<>();
    Writing next;
    while (group.size() < LARGEST_GROUP && (next = waiting.poll()) != null) {
      group.add(next);
    }
    return group;
  }

  /** All in one transaction; when one of them cannot be written, each in its own. */
  private void write(List<Writing> group) {
    try {
      Appending appending = (connection, some) -> append(connection, bodies(some));
      if (!written(appending, group)) {
        group.forEach(one -> written(appending, List.of(one)));
      }
    } finally {
      group.forEach(Writing::lost);
    }
  }

  /** Whether the group has ended, well or badly; not so when it is worth trying one by one. */
  private boolean written(Appending appending, List<Writing> group) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean changing = false;
      boolean committing = false;
      try {
        long first = appending.run(connection, group);
        changing = true;
        for (int i = 0; i < group.size(); i++) {
          changes.write(connection, first + i, group.get(i).consequence());
        }
        changing = false;
        committing = true;
        connection.commit();
        end(first, group);
        return true;
      } catch (SQLException | RuntimeException e) {
        if (committing && e instanceof SQLException cutOff && cutsOff(cutOff)) {
          throw new OutcomeUnknown(cutOff);
        }
        connection.rollback();
        if (changing && group.size() > 1) {
          return false;
        }
        throw e;
      }
    } catch (SQLException e) {
      group.forEach(
          one -> one.failed(new JournalUnavailable("the entry could not be recorded", e)));
    } catch (RuntimeException e) {
      group.forEach(one -> one.failed(e));
    }
    return true;
  }

  /** Whether the server was gone, or going, when it failed: classes 08 and 57P of SQLSTATE. */
  private static boolean cutsOff(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }

  private static void end(long first, List<Writing> group) {
    for (int i = 0; i < group.size(); i++) {
      group.get(i).recorded(first + i);
    }
  }

  @Override
  public long size() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(NEXT);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
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

  private static List<byte[]> bodies(List<Writing> group) {
    return group.stream().map(one -> one.entry().bytes()).toList();
  }

  /**
   * Puts bodies behind the last entry, once no other node is writing; two statements, asked at
   * once.
   *
   * @return the index of the first
   */
  private static long append(Connection connection, List<byte[]> bodies) throws SQLException {
    try (PreparedStatement both = connection.prepareStatement(APPEND)) {
      both.setLong(1, SEQUENCER);
      both.setArray(2, connection.createArrayOf("bytea", bodies.toArray(new byte[0][])));
      both.execute();
      both.getMoreResults();
      try (ResultSet row = both.getResultSet()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The database was cut off while it committed: whether the entry stands must be looked up. */
  public static final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknown(SQLException cause) {
      super("the entry may be recorded or not", cause);
    }
  }

  /** The database did not take or give an entry. What was not acknowledged did not happen. */
  public static final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalUnavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
