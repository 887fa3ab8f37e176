package io.tidemark.store.foreign;

import static io.tidemark.store.foreign.AllRows.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.foreign.ForeignDatabase.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL: its tables, their rows from any place on, and that nothing can be written. */
final class ForeignDatabaseTest {
  private static final int ROWS = 4_500;

  @TempDir private static Path folder = Path.of(".");
  private static @Nullable EmbeddedDatabase server;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedDatabase.attach(folder);
    run(
        "CREATE SCHEMA crm",
        "CREATE TABLE crm.people (id text PRIMARY KEY, \"手机\" text, face bytea, born date)",
        "INSERT INTO crm.people SELECT 'p' || lpad(n::text, 6, '0'), '1380000' || lpad(n::text, 4, '0'), '\\x00', '1990-01-01' FROM generate_series(1, "
            + ROWS
            + ") n",
        "CREATE TABLE crm.\"odd\"\"name; --\" (a int, \"b%_\" text)",
        "INSERT INTO crm.\"odd\"\"name; --\" SELECT n, 'x' || n FROM generate_series(1, 5000) n",
        "CREATE TABLE crm.pair (a int, b text, c text, PRIMARY KEY (b, a))",
        "INSERT INTO crm.pair SELECT n % 70, (n / 70)::text, 'v' || n FROM generate_series(0, 4899) n");
  }

  @AfterAll
  static void stop() {
    server().close();
  }

  private static EmbeddedDatabase server() {
    return Objects.requireNonNull(server);
  }

  private static void run(String... statements) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(server().jdbcUrl(), server().user(), server().password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static ForeignDatabase open() throws ForeignFault {
    return open(30);
  }

  private static ForeignDatabase open(int seconds) throws ForeignFault {
    Address address = Address.of(server().jdbcUrl()).orElseThrow();
    return ForeignDatabase.open(
        address, new Login(server().user(), server().password().toCharArray()), seconds);
  }

  private static ForeignTable table(ForeignDatabase database, String name) throws ForeignFault {
    return database.tables().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tablesAreListedWithTheirKeysAndBinaryColumnsApart() throws Exception {
    try (ForeignDatabase database = open()) {
      assertThat(database.tables())
          .extracting(ForeignTable::fullName)
          .contains("crm.people", "crm.pair", "crm.odd\"name; --")
          .noneMatch(name -> name.startsWith("pg_") || name.startsWith("information_schema"));
      ForeignTable people = table(database, "people");
      assertThat(people.columns()).containsExactly("id", "手机", "born");
      assertThat(people.binary()).containsExactly("face");
      assertThat(table(database, "pair").key()).containsExactly("b", "a");
    }
  }

  @Test
  void allRowsAreReadOnceInPagesWhateverTheKey() throws Exception {
    try (ForeignDatabase database = open()) {
      List<List<String>> people = all(database.whole(table(database, "people"), 0));
      assertThat(people).hasSize(ROWS).doesNotHaveDuplicates();
      assertThat(people.get(0)).containsExactly("p000001", "13800000001", "1990-01-01");
      assertThat(all(database.whole(table(database, "pair"), 0)))
          .hasSize(4900)
          .doesNotHaveDuplicates();
      assertThat(all(database.whole(table(database, "odd\"name; --"), 0)))
          .hasSize(5000)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void readingGoesOnFromAPlace() throws Exception {
    try (ForeignDatabase database = open()) {
      ForeignRows rows = database.whole(table(database, "people"), 4_000);
      assertThat(Objects.requireNonNull(rows.next()).get(0)).isEqualTo("p004001");
      assertThat(rows.done()).isEqualTo(4_001);
      assertThat(all(rows)).hasSize(ROWS - 4_001);
      assertThat(all(database.whole(table(database, "odd\"name; --"), 4_990))).hasSize(10);
    }
  }

  @Test
  void aSampleIsNoLargerThanAskedFor() throws Exception {
    run("ANALYZE crm.people");
    try (ForeignDatabase database = open()) {
      assertThat(all(database.sample(table(database, "people"), 100))).hasSize(100);
      assertThat(all(database.sample(table(database, "people"), 3))).hasSize(3);
      assertThat(all(database.sample(table(database, "pair"), 9_999))).hasSize(4_900);
    }
  }

  /**
   * 300 values of a mebibyte each in two tables: cut in the database, read in pages that end early.
   */
  @Test
  void hugeValuesAreCutAndEveryRowIsRead() throws Exception {
    run(
        "CREATE TABLE crm.huge (id int PRIMARY KEY, a text, b json)",
        "CREATE TABLE crm.loose (a text)",
        "INSERT INTO crm.huge SELECT n, n || repeat('长', 400000), '[\"x\"]' FROM generate_series(1, 300) n",
        "INSERT INTO crm.loose SELECT a FROM crm.huge");
    try (ForeignDatabase database = open()) {
      for (String name : List.of("huge", "loose")) {
        int column = name.equals("huge") ? 1 : 0;
        List<List<String>> rows = all(database.whole(table(database, name), 0));
        assertThat(rows).hasSize(300);
        assertThat(rows).extracting(row -> row.get(column)).doesNotHaveDuplicates();
        assertThat(rows).allMatch(row -> row.get(column).length() == 1 << 16);
        assertThat(all(database.sample(table(database, name), 200))).hasSize(200);
      }
      assertThat(all(database.whole(table(database, "huge"), 0)).get(0).get(2))
          .isEqualTo("[\"x\"]");
    }
  }

  @Test
  void nothingCanBeWrittenOverTheConnection() throws Exception {
    run(
        "CREATE TABLE crm.counted (n int)",
        "CREATE FUNCTION crm.count_reads() RETURNS text LANGUAGE plpgsql AS $$ BEGIN INSERT INTO"
            + " crm.counted VALUES (1); RETURN 'x'; END $$",
        "CREATE TABLE crm.trap (a int)",
        "INSERT INTO crm.trap VALUES (1)",
        "ALTER TABLE crm.trap ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE crm.trap FORCE ROW LEVEL SECURITY",
        "CREATE POLICY p ON crm.trap USING (crm.count_reads() = 'x')");
    try (ForeignDatabase database = open()) {
      assertThatThrownBy(() -> all(database.whole(table(database, "trap"), 0)))
          .isInstanceOf(ForeignFault.class)
          .hasMessageContaining("25006");
    }
    try (Connection connection =
            DriverManager.getConnection(server().jdbcUrl(), server().user(), server().password());
        Statement statement = connection.createStatement();
        ResultSet counted = statement.executeQuery("SELECT count(*) FROM crm.counted")) {
      counted.next();
      assertThat(counted.getInt(1)).isZero();
    }
  }

  @Test
  void aStatementThatTakesTooLongIsGivenUp() throws Exception {
    run(
        "CREATE VIEW crm.slow AS SELECT pg_sleep(20)::text AS a",
        "CREATE TABLE crm.sleepy (a int)",
        "INSERT INTO crm.sleepy VALUES (1)");
    ForeignTable slow =
        new ForeignTable("crm", "slow", List.of("a"), List.of(), List.of(), List.of("a"));
    try (ForeignDatabase database = open(1)) {
      assertThatThrownBy(() -> all(database.whole(slow, 0)))
          .isInstanceOf(ForeignFault.class)
          .hasMessageContaining("longer than its time");
      assertThat(all(database.whole(table(database, "sleepy"), 0))).hasSize(1);
    }
  }

  @Test
  void aConnectionThatIsCutOffSaysSo() throws Exception {
    try (ForeignDatabase database = open()) {
      ForeignRows rows = database.whole(table(database, "people"), 0);
      rows.next();
      run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
              + " AND backend_type = 'client backend'");
      assertThatThrownBy(() -> all(rows))
          .isInstanceOfSatisfying(ForeignFault.class, fault -> assertThat(fault.gone()).isTrue());
    }
  }

  @Test
  void aPasswordInAnAddressIsRefused() {
    for (String address :
        List.of(
            "jdbc:postgresql://h/d?user=a&password=b",
            "jdbc:mysql://a:b@h/d",
            "jdbc:mariadb://h/d?PASSWORD=x")) {
      assertThatThrownBy(() -> Address.of(address)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Address.of("jdbc:h2:mem:x")).isEmpty();
    assertThat(Address.of("jdbc:mysql://h:3306/d").orElseThrow().url())
        .isEqualTo("jdbc:mariadb://h:3306/d");
  }
}
