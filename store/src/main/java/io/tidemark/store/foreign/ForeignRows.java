package io.tidemark.store.foreign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a foreign table, page by page. Behind the first page of all rows, the next one begins
 * behind the key of the last row, which is held in memory alone; a table without a key is paged by
 * counting, in the order in which the database keeps it. Not thread-safe.
 */
public final class ForeignRows {
  private static final int PAGE = 2_000;

  /** Longer values are cut: nobody keeps a novel in a cell, and memory has an end. */
  private static final int LONGEST = 1 << 16;

  /** Rows that the driver holds at a time; a page of long values ends early. */
  private static final int FETCHED = 100;

  private static final long PAGE_CHARACTERS = 8L << 20;

  private final Connection connection;
  private final Dialect dialect;
  private final ForeignTable table;
  private final boolean whole;
  private final long most;
  private final Deque<List<String>> page = new ArrayDeque<>();
  private List<Object> last = List.of();
  private String thin = "";
  private long done;
  private boolean ended;
  private boolean early;

  private ForeignRows(
      Connection connection,
      Dialect dialect,
      ForeignTable table,
      boolean whole,
      long done,
      long most) {
    this.connection = connection;
    this.dialect = dialect;
    this.table = table;
    this.whole = whole;
    this.done = done;
    this.most = most;
    this.ended = table.columns().isEmpty();
  }

  static ForeignRows sample(Connection connection, Dialect dialect, ForeignTable table, int rows) {
    return new ForeignRows(connection, dialect, table, false, 0, rows);
  }

  static ForeignRows whole(Connection connection, Dialect dialect, ForeignTable table, long done) {
    return new ForeignRows(connection, dialect, table, true, done, Long.MAX_VALUE);
  }

  /** The next row, a text for each readable column, empty where it is null; null at the end. */
  public @Nullable List<String> next() throws ForeignFault {
    if (page.isEmpty() && !ended) {
      try {
        turn();
        connection.commit();
      } catch (SQLException e) {
        ForeignFault fault = ForeignFault.of(e);
        abandon();
        throw fault;
      }
    }
    List<String> row = page.poll();
    done += row == null ? 0 : 1;
    return row;
  }

  private void abandon() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // the connection is gone, and what it read with it
    }
  }

  private void turn() throws SQLException {
    int wanted = (int) Math.min(PAGE, most - done);
    boolean first = done == 0 && !whole;
    thin = first ? thinned() : thin;
    int found = read(thin + rest(wanted));
    if (first && !thin.isEmpty() && found < wanted && !early) {
      thin = "";
      page.clear();
      found = read(rest(wanted));
    }
    ended = (found < wanted && !early) || done + page.size() >= most;
  }

  /** Reads a page; how many rows it has. */
  private int read(String rest) throws SQLException {
    List<String> read = new ArrayList<>(table.columns());
    table.key().stream().filter(one -> !read.contains(one)).forEach(read::add);
    String from = "SELECT " + selected(read) + " FROM " + dialect.table(table);
    int found = 0;
    long characters = 0;
    early = false;
    try (PreparedStatement statement = connection.prepareStatement(from + rest)) {
      for (int i = 0; i < last.size(); i++) {
        statement.setObject(i + 1, last.get(i));
      }
      statement.setFetchSize(FETCHED);
      try (ResultSet rows = statement.executeQuery()) {
        while (!early && rows.next()) {
          List<String> row = row(rows);
          page.add(row);
          last = whole ? key(rows, read) : last;
          found++;
          for (String value : row) {
            characters += value.length();
          }
          early = characters > PAGE_CHARACTERS;
        }
      }
    }
    return found;
  }

  /** A key stays whole: the next page begins behind it, and no database has long ones. */
  private String selected(List<String> read) {
    return read.stream()
        .map(
            column ->
                table.texts().contains(column) && !table.key().contains(column)
                    ? dialect.cut(column, LONGEST)
                    : dialect.name(column))
        .collect(Collectors.joining(", "));
  }

  private String rest(int wanted) {
    if (!whole) {
      return " LIMIT " + wanted + " OFFSET " + done;
    }
    if (table.key().isEmpty()) {
      String order = dialect == Dialect.POSTGRESQL ? " ORDER BY ctid" : "";
      return order + " LIMIT " + wanted + " OFFSET " + done;
    }
    String keys = dialect.names(table.key());
    String order = " ORDER BY " + keys + " LIMIT " + wanted;
    if (last.isEmpty()) {
      return order + " OFFSET " + done;
    }
    String marks = String.join(", ", Collections.nCopies(table.key().size(), "?"));
    return " WHERE (" + keys + ") > (" + marks + ")" + order;
  }

  /** A large table is sampled by its pages, so that a sample is not its oldest rows alone. */
  private String thinned() throws SQLException {
    if (dialect != Dialect.POSTGRESQL) {
      return "";
    }
    try (Statement statement = connection.createStatement();
        ResultSet size =
            statement.executeQuery(
                "SELECT reltuples, relkind FROM pg_class WHERE oid = '"
                    + dialect.table(table).replace("'", "''")
                    + "'::regclass")) {
      boolean plain = size.next() && "r".equals(size.getString(2));
      double rows = plain ? size.getDouble(1) : 0;
      double share = rows <= 0 ? 100 : 100.0 * 20 * most / rows;
      return share >= 100
          ? ""
          : String.format(Locale.ROOT, " TABLESAMPLE SYSTEM (%.6f) REPEATABLE (1)", share);
    }
  }

  private List<String> row(ResultSet rows) throws SQLException {
    List<String> row = new ArrayList<>(table.columns().size());
    for (int i = 1; i <= table.columns().size(); i++) {
      String text = rows.getString(i);
      row.add(text == null ? "" : text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
    return row;
  }

  private List<Object> key(ResultSet rows, List<String> read) throws SQLException {
    List<Object> key = new ArrayList<>();
    for (String column : table.key()) {
      key.add(rows.getObject(read.indexOf(column) + 1));
    }
    return key;
  }

  /** How many rows were given, those of before among them. */
  public long done() {
    return done;
  }

  /** Never a value. */
  @Override
  public String toString() {
    return "ForeignRows[" + table.fullName() + ", " + done + " done]";
  }
}
