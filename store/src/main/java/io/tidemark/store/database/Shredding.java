package io.tidemark.store.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Takes what was deleted out of the files of a cluster: tables are written anew without old row
 * versions, the WAL goes on in a new file, and the older files are removed (they are never
 * recycled: {@code wal_recycle = off}).
 *
 * @param connection of the role that owns the database, in no transaction
 */
record Shredding(Connection connection) {
  /** Tables that name people, and the planner's samples of them. */
  private static final List<String> TABLES =
      List.of(
          "person",
          "record",
          "record_version",
          "locator",
          "former_person",
          "book",
          "claim",
          "looked_at",
          "holding",
          "request",
          "partner_people",
          "history_head",
          "history_event",
          "owner_export",
          "consent",
          "consent_stand",
          "alias_binding",
          "alias_call",
          "alias_connected",
          "alias_caller",
          "alias_rung",
          "alias_suspect",
          "notice",
          "correction",
          "buyer_copy",
          "right_refused",
          "archive",
          "archive_token",
          "call_report",
          "data_key",
          "wrapped_key");

  private static final String OLDER =
      """
      select count(*) from pg_ls_waldir()
       where name ~ '^[0-9A-F]{24}$'
         and name < (select redo_wal_file from pg_control_checkpoint())
      """;

  /** Writes the tables anew; who reads or writes one waits meanwhile. */
  void tables() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("vacuum (full, analyze) " + table);
      }
      statement.execute("vacuum full pg_statistic");
    }
  }

  /** Lets go of the WAL of before, once the archive has it. */
  void wal(Deadline deadline) throws SQLException, DatabaseUnavailable {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_switch_wal()");
      statement.execute("checkpoint");
      while (older(statement) > 0) {
        deadline.pauseFor(
            "旧的 WAL 文件存档并删除（备份目录不可写？）",
            "the older files of the WAL to be archived and removed (can the backup's place not be"
                + " written?)");
        statement.execute("checkpoint");
      }
    }
  }

  private static long older(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(OLDER)) {
      row.next();
      return row.getLong(1);
    }
  }
}
