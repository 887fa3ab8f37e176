package io.tidemark.store.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single rows, asked for within a transaction. Stateless. */
final class Rows {
  /** Reads one row. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Rows() {}

  /** Runs one statement; a parameter may be nothing. */
  static int run(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** The first row. */
  static <T> Optional<T> first(
      Connection connection, String sql, Reading<T> reading, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement select = prepared(connection, sql, parameters);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(reading.read(row)) : Optional.empty();
    }
  }

  /** Whether there is any. */
  static boolean exists(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return first(connection, sql, row -> true, parameters).isPresent();
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
