package io.tidemark.store.foreign;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What databases of one make do in their own way. */
public enum Dialect {
  /** PostgreSQL. */
  POSTGRESQL('"', Set.of("pg_catalog", "information_schema", "pg_toast")),
  /** MySQL and MariaDB. */
  MYSQL('`', Set.of("mysql", "information_schema", "performance_schema", "sys"));

  private final char quote;
  private final Set<String> systems;

  Dialect(char quote, Set<String> systems) {
    this.quote = quote;
    this.systems = systems;
  }

  /** Whether a schema is the system's own. */
  boolean own(String schema) {
    return systems.contains(schema.toLowerCase(Locale.ROOT)) || schema.startsWith("pg_temp");
  }

  /** A name as SQL takes it, whatever is in it. */
  String name(String name) {
    return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
  }

  String names(List<String> names) {
    return names.stream().map(this::name).collect(Collectors.joining(", "));
  }

  /** A column of text as it is read: no more than so many characters leave the database. */
  String cut(String column, int characters) {
    String text = this == POSTGRESQL ? name(column) + "::text" : name(column);
    return "left(" + text + ", " + characters + ") AS " + name(column);
  }

  String table(ForeignTable table) {
    return table.schema().isEmpty()
        ? name(table.name())
        : name(table.schema()) + "." + name(table.name());
  }

  /** What the driver is told. */
  Properties properties(int seconds) {
    Properties told = new Properties();
    if (this == POSTGRESQL) {
      told.setProperty("readOnly", "true");
      told.setProperty("readOnlyMode", "always");
      told.setProperty("connectTimeout", "10");
      told.setProperty("loginTimeout", "20");
      told.setProperty("socketTimeout", Integer.toString(seconds + 30));
      told.setProperty("ApplicationName", "tidemark scan");
    } else {
      told.setProperty("connectTimeout", "10000");
      told.setProperty("socketTimeout", Integer.toString((seconds + 30) * 1000));
      told.setProperty("allowLocalInfile", "false");
      told.setProperty("allowMultiQueries", "false");
    }
    return told;
  }

  /** What is said first on a connection, so that it writes nothing and no statement lasts. */
  List<String> greeting(int seconds, boolean mariadb) {
    if (this == POSTGRESQL) {
      return List.of(
          "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
          "SET statement_timeout = " + seconds * 1000L,
          "SET lock_timeout = " + seconds * 1000L);
    }
    return List.of(
        "SET SESSION TRANSACTION READ ONLY",
        mariadb
            ? "SET SESSION max_statement_time = " + seconds
            : "SET SESSION max_execution_time = " + seconds * 1000L);
  }
}
