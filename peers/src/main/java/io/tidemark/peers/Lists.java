package io.tidemark.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a list as JSON, a thousand rows by their numbers: in plain text by JDBC, and by
 * ShardingSphere-JDBC with its AES encryption and its mask over the same rows. The arguments are the
 * table in plain text (its first column is the number), rows, warm-up rounds and rounds; address,
 * user and password of the database are read from the environment.
 */
public final class Lists {
  private static final String SEALED = "peer_sealed";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String table;
  private final int rows;
  private final int warm;
  private final int rounds;

  private Lists(String[] args) {
    this.table = args[0];
    this.rows = Integer.parseInt(args[1]);
    this.warm = Integer.parseInt(args[2]);
    this.rounds = Integer.parseInt(args[3]);
  }

  /** Prints the nanoseconds of every round, by peer. */
  public static void main(String[] args) throws Exception {
    Lists lists = new Lists(args);
    DataSource sharding =
        YamlShardingSphereDataSourceFactory.createDataSource(
            rules().getBytes(StandardCharsets.UTF_8));
    Map<String, long[]> times = new LinkedHashMap<>();
    try (Connection connection = sharding.getConnection()) {
      lists.copy(connection);
    }
    times.put("plain", lists.measure(sharding, lists.table));
    times.put("sharding", lists.measure(sharding, SEALED));
    System.out.println(JSON.writeValueAsString(times));
    System.exit(0);
  }

  /** AES for every column, and the phone's middle masked, as the list of the benchmark has it. */
  private static String rules() {
    String columns =
        IntStream.range(0, 6)
            .mapToObj(
                column ->
                    "c%1$d: {cipher: {name: c%1$d_cipher, encryptorName: aes}}".formatted(column))
            .collect(Collectors.joining(", ", "{", "}"));
    return """
    databaseName: peer
    dataSources:
      ds:
        dataSourceClassName: com.zaxxer.hikari.HikariDataSource
        driverClassName: org.postgresql.Driver
        jdbcUrl: "%s"
        username: "%s"
        password: "%s"
        maximumPoolSize: 4
    rules:
    - !SINGLE
      tables:
        - "*.*.*"
    - !ENCRYPT
      tables:
        peer_sealed:
          columns: %s
      encryptors:
        aes:
          type: AES
          props:
            aes-key-value: 0123456789abcdef
            digest-algorithm-name: SHA-256
    - !MASK
      tables:
        peer_sealed:
          columns:
            c1:
              maskAlgorithm: middle
      maskAlgorithms:
        middle:
          type: KEEP_FIRST_N_LAST_M
          props:
            first-n: 3
            last-m: 4
            replace-char: "*"
    props:
      sql-show: false
    """
        .formatted(
            System.getenv("PEER_URL"),
            System.getenv("PEER_USER"),
            System.getenv("PEER_PASSWORD"),
            columns);
  }

  /** Puts the rows of the plain table into the encrypted one, by the encrypting driver. */
  private void copy(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select id, c0, c1, c2, c3, c4, c5 from " + table);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into " + SEALED + " (id, c0, c1, c2, c3, c4, c5) values (?, ?, ?, ?, ?, ?, ?)")) {
      while (row.next()) {
        insert.setInt(1, row.getInt(1));
        for (int column = 2; column <= 7; column++) {
          insert.setString(column, row.getString(column));
        }
        insert.executeUpdate();
      }
    }
  }

  private long[] measure(DataSource database, String from) throws SQLException, IOException {
    for (int round = 0; round < warm; round++) {
      read(database, from);
    }
    long[] times = new long[rounds];
    for (int round = 0; round < rounds; round++) {
      long begun = System.nanoTime();
      read(database, from);
      times[round] = System.nanoTime() - begun;
    }
    return times;
  }

  private void read(DataSource database, String from) throws SQLException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    int seen = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select c0, c1, c2, c3, c4, c5 from " + from + " where id >= ? and id < ? order by id")) {
      select.setInt(1, 0);
      select.setInt(2, rows);
      try (ResultSet row = select.executeQuery();
          JsonGenerator json = JSON.createGenerator(out)) {
        json.writeStartObject();
        json.writeName("rows");
        json.writeStartArray();
        while (row.next()) {
          json.writeStartArray();
          for (int column = 1; column <= 6; column++) {
            json.writeString(row.getString(column));
          }
          json.writeEndArray();
          seen++;
        }
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    if (seen != rows || (from.equals(SEALED) && !out.toString(StandardCharsets.UTF_8).contains("****"))) {
      throw new IllegalStateException(seen + " rows of " + from + " were read");
    }
  }
}
