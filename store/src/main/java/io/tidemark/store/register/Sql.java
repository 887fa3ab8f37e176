package io.tidemark.store.register;

import io.tidemark.authorise.Voice;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How core's values are written as SQL values. */
public final class Sql {
  /**
   * A condition that holds and lets its statement, which is a transaction of its own, end before
   * the disk has it. What a later entry of the ledger rests on is safe all the same: its own commit
   * syncs all that was written before (PostgreSQL's "asynchronous commit": a crash of the database
   * may lose the last moments, never an earlier one and keep a later).
   */
  public static final String UNSYNCED = "set_config('synchronous_commit', 'off', true) is not null";

  private Sql() {}

  /** Until this transaction ends, sets of millions of rows are sorted in memory. */
  public static void roomToSort(Connection connection) throws SQLException {
    run(connection, "set local work_mem = '128MB'");
  }

  /** Runs one statement with these parameters; collections become arrays of text. */
  public static int run(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameter(connection, parameters[i]));
      }
      return statement.executeUpdate();
    }
  }

  private static Object parameter(Connection connection, Object value) throws SQLException {
    if (value instanceof Collection<?> many) {
      return connection.createArrayOf("text", many.stream().map(Object::toString).toArray());
    }
    return value instanceof UUID
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof byte[]
            || value instanceof java.time.LocalDate
            || value instanceof java.time.OffsetDateTime
        ? value
        : value.toString();
  }

  /** The texts of an array. */
  public static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  /** In an order of their own, so that equal sets are equal arrays. */
  static List<Voice> sorted(Set<Voice> voices) {
    return voices.stream().sorted().toList();
  }

  static Set<Voice> voices(Array array) throws SQLException {
    return texts(array).stream().map(Voice::parse).collect(Collectors.toSet());
  }

  static List<FieldClass> fields(Array array) throws SQLException {
    return texts(array).stream().map(FieldClass::valueOf).toList();
  }

  /** {@code FIELD=FORM} for each field, in its order. */
  static List<String> texts(Map<FieldClass, Form> forms) {
    return forms.entrySet().stream().map(form -> form.getKey() + "=" + form.getValue()).toList();
  }

  static Map<FieldClass, Form> forms(Array array) throws SQLException {
    return Form.ofFields(texts(array));
  }
}
