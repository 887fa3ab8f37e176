package io.tidemark.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Asks a running server whether it lets us in and keeps what is committed. */
final class Probe {
  private static final String NOT_DURABLE =
      "select name from pg_settings where setting <> 'on'"
          + " and name in ('fsync', 'synchronous_commit', 'full_page_writes')";

  private static final String ARCHIVE_FAILS =
      "select last_failed_time > coalesce(last_archived_time, '-infinity') from pg_stat_archiver";

  private static final String ARCHIVES =
      "select current_setting('archive_mode') = 'on' and has_function_privilege('pg_switch_wal()',"
          + " 'execute')";

  private static final String SHREDS =
      "select current_setting('wal_recycle') = 'off'"
          + " and pg_has_role('pg_checkpoint', 'usage')";

  private Probe() {}

  /**
   * The address of the server on {@code port}. A program of another account that sits on the port
   * after a crash is told nothing: only SCRAM is spoken, which does not reveal the password. The
   * server's details, which quote rows, stay out of the messages of exceptions.
   */
  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + Cluster.DATABASE
        + "?requireAuth=scram-sha-256&logServerErrorDetail=false&sslmode=disable"
        + "&gssEncMode=disable&ApplicationName=tidemark";
  }

  /**
   * Signs in once; throws when that fails, or when the server runs without durability.
   *
   * @return whether the last file of the WAL could not be archived
   */
  static boolean require(String url, String password) throws DatabaseUnavailable {
    Properties properties = properties(password);
    properties.setProperty("socketTimeout", "30");
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement();
        ResultSet off = statement.executeQuery(NOT_DURABLE)) {
      List<String> names = new ArrayList<>();
      while (off.next()) {
        names.add(off.getString(1));
      }
      if (!names.isEmpty()) {
        throw new DatabaseUnavailable(
            "PostgreSQL 以不持久的设置运行（" + names + "）：请停止它，由 Tidemark 启动",
            "PostgreSQL runs without durability " + names + ": stop it and let Tidemark start it");
      }
      return is(connection, ARCHIVE_FAILS);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "PostgreSQL 在运行，但无法登录：" + e.getMessage(),
          "PostgreSQL runs, but signing in fails: " + e.getMessage());
    }
  }

  /** A connection of one's own, beside the pool's. */
  static Connection connect(String url, String password) throws SQLException {
    return DriverManager.getConnection(url, properties(password));
  }

  private static Properties properties(String password) {
    Properties properties = new Properties();
    properties.setProperty("user", Cluster.ROLE);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "10");
    return properties;
  }

  /** Throws when the server runs with the settings or the rights of an older release. */
  static void requireShredding(Connection connection) throws SQLException, DatabaseUnavailable {
    if (!is(connection, SHREDS)) {
      throw new DatabaseUnavailable(
          "运行中的 PostgreSQL 由旧版本启动，还不能清除旧数据：请停止所有使用此目录的进程，再试一次",
          "the PostgreSQL that runs was started by an older release and cannot take out what was"
              + " deleted: end all processes that use this home, then try again");
    }
  }

  /** Throws when the server runs with the settings or the rights of an older release. */
  static void requireArchiving(Connection connection) throws SQLException, DatabaseUnavailable {
    if (!is(connection, ARCHIVES)) {
      throw new DatabaseUnavailable(
          "运行中的 PostgreSQL 由旧版本启动，还不能备份：请停止所有使用此目录的进程，再试一次",
          "the PostgreSQL that runs was started by an older release and cannot be backed up yet:"
              + " end all processes that use this home, then try again");
    }
  }

  private static boolean is(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
