package io.tidemark.store.foreign;

import io.tidemark.terms.Words;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An open connection to a foreign database that can only read. Not thread-safe; to be closed. */
public final class ForeignDatabase implements Closeable {
  private static final Set<Integer> BINARY =
      Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

  private static final Set<Integer> TEXT =
      Set.of(
          Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB,
          Types.OTHER);

  private final Address address;
  private final Connection connection;

  private ForeignDatabase(Address address, Connection connection) {
    this.address = address;
    this.connection = connection;
  }

  /**
   * Who signs in.
   *
   * @param user empty for the driver's own way
   * @param password null for none
   */
  public record Login(String user, char @Nullable [] password) {
    /** Never the password. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * Connects.
   *
   * @param seconds the longest that a statement may take
   */
  public static ForeignDatabase open(Address address, Login login, int seconds)
      throws ForeignFault {
    Properties told = address.dialect().properties(seconds);
    if (!login.user().isEmpty()) {
      told.setProperty("user", login.user());
    }
    char[] password = login.password();
    if (password != null) {
      told.setProperty("password", new String(password));
    }
    Connection connection = null;
    try {
      connection = DriverManager.getConnection(address.url(), told);
      connection.setReadOnly(true);
      greet(address.dialect(), connection, seconds);
      connection.setAutoCommit(false);
      return new ForeignDatabase(address, connection);
    } catch (SQLException e) {
      close(connection);
      throw e.getSQLState() != null && e.getSQLState().startsWith("28")
          ? ForeignFault.of(e)
          : new ForeignFault(
              new Words("连不上数据库 " + address.shown(), "cannot connect to " + address.shown()), true);
    }
  }

  private static void greet(Dialect dialect, Connection connection, int seconds)
      throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    try (Statement statement = connection.createStatement()) {
      for (String sql : dialect.greeting(seconds, product.contains("mariadb"))) {
        statement.execute(sql);
      }
    }
  }

  /** All tables that are not the system's own, by name. */
  public List<ForeignTable> tables() throws ForeignFault {
    try {
      Map<String, ForeignTable> tables = new TreeMap<>();
      DatabaseMetaData about = connection.getMetaData();
      String[] kinds = {"TABLE", "BASE TABLE", "FOREIGN TABLE", "MATERIALIZED VIEW"};
      String catalog = connection.getCatalog();
      boolean all = catalog == null || catalog.isEmpty();
      try (ResultSet found = about.getTables(all ? null : catalog, null, "%", kinds)) {
        while (found.next()) {
          String schema = schema(found);
          if (!address.dialect().own(schema)) {
            ForeignTable table = table(about, schema, found.getString("TABLE_NAME"));
            tables.put(table.fullName(), table);
          }
        }
      }
      connection.commit();
      return List.copyOf(tables.values());
    } catch (SQLException e) {
      throw ForeignFault.of(e);
    }
  }

  private String schema(ResultSet found) throws SQLException {
    String told =
        address.dialect() == Dialect.MYSQL
            ? found.getString("TABLE_CAT")
            : found.getString("TABLE_SCHEM");
    return told == null ? "" : told;
  }

  private ForeignTable table(DatabaseMetaData about, String schema, String name)
      throws SQLException {
    boolean mysql = address.dialect() == Dialect.MYSQL;
    String catalog = mysql ? schema : null;
    String within = mysql ? null : schema;
    List<String> columns = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<String> binary = new ArrayList<>();
    try (ResultSet found =
        about.getColumns(catalog, escaped(about, within), escaped(about, name), "%")) {
      while (found.next()) {
        int type = found.getInt("DATA_TYPE");
        String column = found.getString("COLUMN_NAME");
        (BINARY.contains(type) ? binary : columns).add(column);
        if (TEXT.contains(type)) {
          texts.add(column);
        }
      }
    }
    Map<Integer, String> key = new TreeMap<>();
    try (ResultSet found = about.getPrimaryKeys(catalog, within, name)) {
      while (found.next()) {
        key.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
      }
    }
    return new ForeignTable(schema, name, columns, texts, binary, List.copyOf(key.values()));
  }

  /** A name is a pattern to the driver: what means anything in one is escaped. */
  private static @Nullable String escaped(DatabaseMetaData about, @Nullable String name)
      throws SQLException {
    String escape = about.getSearchStringEscape();
    return name == null
        ? null
        : name.replace(escape, escape + escape)
            .replace("_", escape + "_")
            .replace("%", escape + "%");
  }

  /**
   * Opens some rows of a table: spread over it where the database can tell, else its first ones.
   */
  public ForeignRows sample(ForeignTable table, int rows) {
    return ForeignRows.sample(connection, address.dialect(), table, rows);
  }

  /** Opens all rows of a table behind the first {@code done}, in the order of its key. */
  public ForeignRows whole(ForeignTable table, long done) {
    return ForeignRows.whole(connection, address.dialect(), table, done);
  }

  private static void close(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // it is gone as it is
    }
  }

  @Override
  public void close() {
    close(connection);
  }
}
