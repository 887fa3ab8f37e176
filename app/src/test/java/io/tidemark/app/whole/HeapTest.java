package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.SecretBox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After a home was closed nothing in the process's memory that can still be reached is a key, a
 * salt or a value of its people. What a collector has not taken yet, and what Java copied by
 * itself, no test can see from within (docs/security.md).
 */
final class HeapTest {
  private static final int PEOPLE = 60;
  private static final int MOBILE = PortfolioGenerator.COLUMNS.indexOf("手机号");
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");

  @TempDir private Path folder = Path.of(".");

  private Set<String> plaintext() throws Exception {
    Path file = folder.resolve("portfolio.csv");
    List<List<String>> rows =
        new PortfolioGenerator(5, PEOPLE, Untidiness.none()).rows().limit(PEOPLE).toList();
    PortfolioFile.write(file, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, rows.stream());
    Set<String> values = new TreeSet<>();
    rows.forEach(row -> values.addAll(List.of(row.get(MOBILE), row.get(POLICY_NUMBER))));
    return values;
  }

  private void play() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                HeapScene.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("said.txt"))).isZero();
  }

  /** The home's keys by name, and its people's salts. */
  private Map<String, List<byte[]>> secrets() throws Exception {
    Map<String, List<byte[]>> secrets = new LinkedHashMap<>();
    String master = Files.readString(folder.resolve("home/keys/master.key")).strip();
    secrets.put("the master key", List.of(HexFormat.of().parseHex(master)));
    try (Home home = Home.open(folder.resolve("home"), System.getenv())) {
      KeyRing ring = home.keys();
      for (KeyRing.Use use : KeyRing.Use.values()) {
        if (ring.has(use)) {
          secrets.put("the key " + use, List.of(ring.key(use)));
        }
      }
      SecretBox box = SecretBox.under(ring.suite(), ring.key(KeyRing.Use.DATA), "data keys");
      try (Connection database = connect(home)) {
        byte[] wrapped = column(database, "select bytes from data_key").get(0);
        secrets.put("the data key", List.of(box.open(wrapped, "epoch 1")));
        secrets.put("salts", column(database, "select salt from person"));
      }
    }
    return secrets;
  }

  private static Connection connect(Home home) throws Exception {
    EmbeddedDatabase database = home.embedded().orElseThrow();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static List<byte[]> column(Connection database, String query) throws Exception {
    List<byte[]> values = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getBytes(1));
      }
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"international", "sm"})
  void nothingIsLeftInReachAfterTheHomeWasClosed(String suite) throws Exception {
    Path chain = Files.writeString(folder.resolve("chain.yaml"), Homes.CHAIN);
    new Desk(folder.resolve("home"))
        .json(0, "init", "--chain", chain.toString(), "--cryptography", suite);
    Set<String> plaintext = plaintext();
    play();
    Map<String, List<byte[]>> secrets = secrets();
    Path open = folder.resolve("open.hprof");
    Path closed = folder.resolve("closed.hprof");

    for (String held : List.of("the key DATA", "the key INDEX", "the data key")) {
      assertThat(Needles.bytes(of(secrets, held)).in(open)).as("%s, while open", held).isNotEmpty();
    }
    for (Map.Entry<String, List<byte[]>> one : secrets.entrySet()) {
      assertThat(one.getValue()).isNotEmpty();
      assertThat(Needles.bytes(one.getValue()).in(closed)).as(one.getKey()).isEmpty();
    }
    assertThat(new Needles(plaintext).in(closed)).as("values of people").isEmpty();
    assertThat(new Needles(plaintext).in(folder.resolve("portfolio.csv")))
        .as("the search finds")
        .hasSizeGreaterThan(100);
  }

  private static List<byte[]> of(Map<String, List<byte[]>> secrets, String name) {
    return java.util.Objects.requireNonNull(secrets.get(name));
  }
}
