package io.tidemark.store.foreign;

import static io.tidemark.store.foreign.AllRows.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.store.foreign.ForeignDatabase.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real MariaDB, where Debian's mariadb-server is installed. */
final class MariaDbTest {
  @TempDir private static Path folder = Path.of(".");
  private static @Nullable MariaDb server;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        MariaDb.installed(), "mariadb-server is not installed: apt-get install mariadb-server");
    server = MariaDb.start(folder);
    try (Connection connection = DriverManager.getConnection(server.url(), "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE crm CHARACTER SET utf8mb4");
      statement.execute("USE crm");
      statement.execute(
          "CREATE TABLE crm.people (id int PRIMARY KEY, `手机` varchar(20), photo longblob, note text)");
      statement.execute(
          "INSERT INTO crm.people SELECT seq, CONCAT('1380000', LPAD(seq, 4, '0')), 'x', '车牌川A12345'"
              + " FROM seq_1_to_4500");
      statement.execute("CREATE TABLE crm.`odd``name` (a int, b text)");
      statement.execute("INSERT INTO crm.`odd``name` VALUES (1, 'y')");
      statement.execute("CREATE USER reader@localhost IDENTIFIED BY 'secret'");
      statement.execute("GRANT ALL ON crm.* TO reader@localhost");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  private static ForeignDatabase open(int seconds) throws ForeignFault {
    String url = Objects.requireNonNull(server).url().replace("jdbc:mariadb:", "jdbc:mysql:");
    return ForeignDatabase.open(
        Address.of(url).orElseThrow(), new Login("reader", "secret".toCharArray()), seconds);
  }

  @Test
  void tablesAndRowsAreReadWhateverTheirNames() throws Exception {
    try (ForeignDatabase database = open(30)) {
      List<ForeignTable> tables = database.tables();
      assertThat(tables)
          .extracting(ForeignTable::fullName)
          .containsExactly("crm.odd`name", "crm.people");
      ForeignTable people = tables.get(1);
      assertThat(people.columns()).containsExactly("id", "手机", "note");
      assertThat(people.binary()).containsExactly("photo");
      assertThat(people.key()).containsExactly("id");
      assertThat(all(database.whole(people, 0))).hasSize(4500).doesNotHaveDuplicates();
      assertThat(all(database.whole(people, 4400))).hasSize(100);
      assertThat(all(database.sample(people, 10)).get(0))
          .containsExactly("1", "13800000001", "车牌川A12345");
      assertThat(all(database.whole(tables.get(0), 0))).containsExactly(List.of("1", "y"));
    }
  }

  @Test
  void aStatementThatTakesTooLongIsGivenUp() throws Exception {
    try (Connection connection =
            DriverManager.getConnection(Objects.requireNonNull(server).url(), "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE VIEW crm.slow AS SELECT SLEEP(20) AS a");
    }
    ForeignTable slow =
        new ForeignTable("crm", "slow", List.of("a"), List.of(), List.of(), List.of("a"));
    try (ForeignDatabase database = open(1)) {
      assertThatThrownBy(() -> all(database.whole(slow, 0)))
          .isInstanceOf(ForeignFault.class)
          .hasMessageContaining("longer than its time");
    }
  }

  @Test
  void aWrongPasswordIsSaidSo() {
    String url = Objects.requireNonNull(server).url();
    assertThatThrownBy(
            () ->
                ForeignDatabase.open(
                    Address.of(url).orElseThrow(), new Login("reader", "x".toCharArray()), 5))
        .isInstanceOf(ForeignFault.class)
        .hasMessageContaining("refused the sign-in");
  }
}
