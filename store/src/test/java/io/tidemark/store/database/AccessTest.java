package io.tidemark.store.database;

import static io.tidemark.store.database.TestHome.ask;
import static io.tidemark.store.database.TestHome.connect;
import static io.tidemark.store.database.TestHome.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AccessTest {
  private static TestHome home;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void attach(@TempDir Path parent) throws Exception {
    home = new TestHome(parent);
    database = home.attach();
  }

  @AfterAll
  static void end() throws Exception {
    home.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fsync | on
          synchronous_commit | on
          full_page_writes | on
          data_checksums | on
          allow_alter_system | off
          server_encoding | UTF8
          password_encryption | scram-sha-256
          listen_addresses | 127.0.0.1
          unix_socket_directories | ''
          shared_buffers | 256MB
          work_mem | 32MB
          maintenance_work_mem | 256MB
          max_wal_size | 4GB
          checkpoint_completion_target | 0.9
          wal_compression | pglz
          jit | off
          client_connection_check_interval | 1s
          log_statement | none
          log_min_messages | log
          log_min_error_statement | panic
          log_error_verbosity | terse
          log_min_duration_statement | -1
          log_parameter_max_length | 0
          log_parameter_max_length_on_error | 0
          """)
  void theServerRunsWith(String setting, String value) throws Exception {
    assertThat(ask(database, "show " + setting)).isEqualTo(value);
  }

  @Test
  void theServerIsOfTheVersionThatTheCacheIsNamedAfter() throws Exception {
    assertThat(ask(database, "show server_version") + ".0").isEqualTo(Archive.VERSION);
  }

  @Test
  void textIsFoldedByUnicodeAndOrderedByCodePoint() throws Exception {
    assertThat(ask(database, "select lower('É') || ('王' < '高') || ('张' ~ '^\\w$')"))
        .isEqualTo("étruetrue");
  }

  @Test
  void theRoleIsNoSuperuser() throws Exception {
    assertThat(ask(database, "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
    assertThatThrownBy(() -> run(database, "copy (select 1) to program 'cat'"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void nobodySignsInWithoutThePassword() {
    String unguarded = database.jdbcUrl().replace("requireAuth=scram-sha-256&", "");
    for (String password : List.of("", "wrong", Secret.random())) {
      assertThatThrownBy(() -> DriverManager.getConnection(unguarded, database.user(), password))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(password authentication failed|no password|empty).*");
    }
  }

  @Test
  void theSuperuserDoesNotSignInWithOurPassword() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void everythingInTheHomeIsForTheOwnerOnly() throws Exception {
    for (Path path : below(home.folder).skip(1).toList()) {
      String mode =
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
      assertThat(mode).as("%s", path).isEqualTo(Files.isDirectory(path) ? FOLDER : FILE);
    }
  }

  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  private static Stream<Path> below(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList().stream();
    }
  }

  @Test
  void thePasswordLiesInItsFileOnly() throws Exception {
    assertThat(Files.readString(home.folder.resolve("keys/database.password")))
        .isEqualTo(database.password());
    for (Path file : below(home.folder.resolve("database")).filter(Files::isRegularFile).toList()) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as("%s", file)
          .doesNotContain(database.password());
    }
    assertThat(database.toString()).doesNotContain(database.password());
  }

  @Test
  void valuesOfFailedStatementsReachNeitherTheLogNorTheException() throws Exception {
    String value = "SAMPLE-VALUE-138";
    run(database, "create table unique_text (text text primary key)");
    try (Connection connection = connect(database);
        PreparedStatement insert =
            connection.prepareStatement("insert into unique_text values (?)")) {
      insert.setString(1, value);
      insert.execute();
      assertThatThrownBy(insert::execute)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("unique_text_pkey")
          .hasMessageNotContaining(value);
    }
    assertThatThrownBy(() -> run(database, "select '" + value + "'::int"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> run(database, "select syntax error " + value))
        .isInstanceOf(SQLException.class);
    assertThat(Files.readString(home.folder.resolve("database/log")))
        .contains("ready to accept connections")
        .doesNotContain(value);
  }
}
