package io.tidemark.bench.peer;

import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Rows of six columns in plain text, and beside them an empty table for an encrypting driver. */
public final class PeerTable {
  /** The columns. */
  public static final List<String> COLUMNS = List.of("姓名", "手机号", "车牌号", "厂牌型号", "地址", "终保日期");

  static final String PLAIN = "peer_plain";

  private static final int BATCH = 1_000;

  private PeerTable() {}

  /** Lays both tables and fills the first from rows of a portfolio. */
  public static void fill(Connection connection, List<List<String>> portfolio) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table "
              + PLAIN
              + " (id integer primary key, c0 text, c1 text, c2 text, c3 text, c4 text, c5 text)");
      statement.execute(
          "create table peer_sealed (id integer primary key, c0_cipher text, c1_cipher text,"
              + " c2_cipher text, c3_cipher text, c4_cipher text, c5_cipher text)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + PLAIN + " values (?, ?, ?, ?, ?, ?, ?)")) {
      for (int number = 0; number < portfolio.size(); number++) {
        insert.setInt(1, number);
        for (int column = 0; column < COLUMNS.size(); column++) {
          insert.setString(
              column + 2,
              portfolio.get(number).get(PortfolioGenerator.COLUMNS.indexOf(COLUMNS.get(column))));
        }
        insert.addBatch();
        if (number % BATCH == BATCH - 1) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze " + PLAIN);
    }
  }
}
