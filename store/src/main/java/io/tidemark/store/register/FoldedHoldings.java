package io.tidemark.store.register;

import io.tidemark.store.records.CopyIn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who holds whom, of lists that were just recorded: it stands in the disclosure's own set of
 * records from its entry on, and becomes one row of {@code holding} for each person later. Whoever
 * asks by person unfolds first, so that nobody is missing. One unfolds at a time, over all nodes;
 * the others wait. Stateless.
 */
public final class FoldedHoldings {
  /** Lists of so many people are folded; of longer ones every row is written with their entry. */
  static final int LONGEST = 2_000;

  /** The advisory lock of whoever unfolds ("hold"). */
  private static final long UNFOLDS = 0x686f6c64L;

  /** So many at once: the rows of a batch are sorted in memory, four megabytes at most. */
  private static final int BATCH = 256;

  private static final String TAKE =
      """
      with taken as (
        delete from folded_holding
         where disclosure in (select disclosure from folded_holding order by disclosure limit ?)
        returning disclosure)
      select d.number, d.records from taken join disclosure d on d.number = taken.disclosure
      """;

  private FoldedHoldings() {}

  /** Unfolds what is folded now, batch by batch, each in a transaction of its own. */
  public static void unfold(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean more = true;
      while (more) {
        try {
          more = any(connection) && batch(connection);
          connection.commit();
        } catch (SQLException | RuntimeException e) {
          connection.rollback();
          throw e;
        }
      }
    }
  }

  /**
   * Unfolds what is folded now, in the transaction of an entry, in which nobody else records a
   * disclosure.
   */
  static void unfold(Connection connection) throws SQLException {
    while (any(connection)) {
      batch(connection);
    }
  }

  /** Also where somebody else is at it and has not committed yet. */
  private static boolean any(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select exists (select 1 from folded_holding)");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Whether there was any left once it was one's turn. */
  private static boolean batch(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, UNFOLDS);
      lock.execute();
    }
    long[] rows = taken(connection);
    Arrays.sort(rows); // by person, as the index is
    try (CopyIn holding = new CopyIn(connection, "holding (record, disclosure)")) {
      for (long row : rows) {
        holding.row((int) (row >>> Integer.SIZE), (int) row);
      }
    }
    return rows.length > 0;
  }

  /** The record in the upper half of each, the disclosure in the lower. */
  private static long[] taken(Connection connection) throws SQLException {
    long[] rows = new long[0];
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setInt(1, BATCH);
      try (ResultSet disclosures = take.executeQuery()) {
        while (disclosures.next()) {
          int number = disclosures.getInt(1);
          RoaringBitmap records = Bitmaps.set(disclosures.getBytes(2));
          int at = rows.length;
          rows = Arrays.copyOf(rows, at + records.getCardinality());
          for (int record : records) {
            rows[at++] = (long) record << Integer.SIZE | number;
          }
        }
      }
    }
    return rows;
  }
}
