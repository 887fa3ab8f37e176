package io.tidemark.store.database;

import static io.tidemark.store.database.TestHome.ask;
import static io.tidemark.store.database.TestHome.connect;
import static io.tidemark.store.database.TestHome.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.Words;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SharedServerTest {
  private static final String TAKEN_OVER = "taken over";
  private static final String RECOVERED = "recovered";

  private static TestHome home;

  /** What this test keeps in the database, unlike any test before it. */
  private final String number = Long.toString(System.nanoTime());

  @BeforeAll
  static void newHome(@TempDir Path parent) throws Exception {
    home = new TestHome(parent);
  }

  @AfterEach
  void endEveryProcess() throws Exception {
    home.close();
  }

  private void keepNumber(EmbeddedDatabase database) throws SQLException {
    run(
        database,
        "drop table if exists kept; create table kept as select " + number + " as number");
  }

  private static String kept(EmbeddedDatabase database) throws SQLException {
    return ask(database, "select number from kept");
  }

  private static String noteOf(EmbeddedDatabase database) {
    return database.note().map(Words::en).orElse("nothing");
  }

  @Test
  void whatWasCommittedIsThereAtTheNextStart() throws Exception {
    EmbeddedDatabase first = home.attach();
    keepNumber(first);
    first.close();
    assertThat(home.serverRuns()).isFalse();

    EmbeddedDatabase second = home.attach();
    assertThat(kept(second)).isEqualTo(number);
    assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
    assertThat(List.of(noteOf(first), noteOf(second))).containsOnly("nothing");
  }

  @Test
  void theLastOfTwoProcessesStopsTheServer() throws Exception {
    AnotherProcess other = home.anotherProcess();
    String url = other.says();
    assertThat(other.says()).isEqualTo("nothing");
    EmbeddedDatabase ours = home.attach();
    assertThat(ours.jdbcUrl()).isEqualTo(url);
    assertThat(noteOf(ours)).isEqualTo("nothing");

    other.finish();
    assertThat(ask(ours, "select 1")).isEqualTo("1");
    ours.close();
    assertThat(home.serverRuns()).isFalse();
  }

  @Test
  void theFirstProcessToLeaveLeavesTheServerToTheOther() throws Exception {
    EmbeddedDatabase ours = home.attach();
    AnotherProcess other = home.anotherProcess();
    assertThat(other.says()).isEqualTo(ours.jdbcUrl());
    ours.close();
    assertThat(home.serverRuns()).isTrue();
    assertThat(ask(ours, "select 1")).isEqualTo("1");
    other.finish();
    assertThat(home.serverRuns()).isFalse();
  }

  @Test
  void severalUsesInOneProcessAreCounted() throws Exception {
    EmbeddedDatabase first = home.attach();
    EmbeddedDatabase second = home.attach();
    first.close();
    first.close();
    assertThat(ask(second, "select 1")).isEqualTo("1");
    second.close();
    assertThat(home.serverRuns()).isFalse();
  }

  @Test
  void twoProcessesThatMakeTheHomeAtOnceShareOneServer(@TempDir Path parent) throws Exception {
    try (TestHome fresh = new TestHome(parent)) {
      shareOneServer(fresh, Map.of("XDG_CACHE_HOME", parent.resolve("cache").toString()));
    }
  }

  private static void shareOneServer(TestHome home, Map<String, String> cache) throws Exception {
    AnotherProcess one = home.ended(AnotherProcess.using(home.folder, cache));
    AnotherProcess two = home.ended(AnotherProcess.using(home.folder, cache));
    assertThat(one.says()).startsWith("jdbc:postgresql://127.0.0.1:").isEqualTo(two.says());
    assertThat(List.of(String.valueOf(one.says()), String.valueOf(two.says())))
        .containsOnly("nothing");
    one.finish();
    assertThat(home.serverRuns()).isTrue();
    two.finish();
    assertThat(home.serverRuns()).isFalse();
  }

  @Test
  void aServerLeftByAKilledProcessIsTakenOverAndStoppedAtTheEnd() throws Exception {
    AnotherProcess other = home.anotherProcess();
    String url = other.says();
    assertThat(other.says()).isEqualTo("nothing");
    other.kill();
    assertThat(home.serverRuns()).isTrue();

    EmbeddedDatabase next = home.attach();
    assertThat(noteOf(next)).contains(TAKEN_OVER);
    assertThat(next.jdbcUrl()).isEqualTo(url);
    next.close();
    assertThat(home.serverRuns()).isFalse();
  }

  @Test
  void theServerHoldsNoPipeOfItsCaller() throws Exception {
    assertThat(home.anotherProcess().says()).startsWith("jdbc:");
    Path open = Path.of("/proc", Long.toString(home.postmaster().pid()), "fd");
    Path log = home.folder.resolve("database/log");
    assertThat(List.of("0", "1", "2"))
        .map(number -> open.resolve(number).toRealPath())
        .containsExactly(Path.of("/dev/null"), log, log);
  }

  @Test
  void committedDataSurvivesTheKillOfTheServer() throws Exception {
    EmbeddedDatabase first = home.attach();
    keepNumber(first);
    home.killServer();

    EmbeddedDatabase next = home.attach();
    assertThat(noteOf(next)).contains(RECOVERED);
    assertThat(kept(next)).isEqualTo(number);
    assertThat(kept(first)).isEqualTo(number);
  }

  @Test
  void committedDataSurvivesTheKillOfServerAndProcess() throws Exception {
    AnotherProcess other = home.anotherProcess();
    String url = other.says();
    EmbeddedDatabase ours = home.attach();
    assertThat(ours.jdbcUrl()).isEqualTo(url);
    keepNumber(ours);
    ours.close();
    other.kill();
    home.killServer();

    EmbeddedDatabase next = home.attach();
    assertThat(noteOf(next)).contains(RECOVERED);
    assertThat(kept(next)).isEqualTo(number);
    next.close();
    assertThat(home.serverRuns()).isFalse();
  }

  @Test
  void childrenOfAKilledServerThatAreStillAtWorkMakeWay() throws Exception {
    EmbeddedDatabase first = home.attach();
    try (Connection connection = connect(first);
        Statement statement = connection.createStatement()) {
      statement.execute("set max_parallel_workers_per_gather = 0");
      CompletableFuture<Boolean> endless =
          CompletableFuture.supplyAsync(() -> ends(statement, "select count(*) from " + ENDLESS));
      while (!ask(
              first, "select count(*) from pg_stat_activity where query like '%" + ENDLESS + "'")
          .equals("1")) {
        Thread.onSpinWait();
      }
      home.killServer();
      assertThat(ask(home.attach(), "select 1")).isEqualTo("1");
      assertThat(endless.join()).isFalse();
    }
  }

  private static final String ENDLESS = "generate_series(1, 1000000000000)";

  private static boolean ends(Statement statement, String query) {
    try {
      return statement.execute(query);
    } catch (SQLException e) {
      return false;
    }
  }

  @Test
  void aProgramThatGotTheNumberOfADeadServerIsNotTakenForIt() throws Exception {
    EmbeddedDatabase first = home.attach();
    keepNumber(first);
    Path file = home.data().resolve("postmaster.pid");
    String left = Files.readString(file);
    first.close();
    Process program = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(file, left.replaceFirst("\\d+", Long.toString(program.pid())));
      EmbeddedDatabase next = home.attach();
      assertThat(noteOf(next)).contains(RECOVERED);
      assertThat(kept(next)).isEqualTo(number);
      assertThat(program.isAlive()).isTrue();
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void theEmptyFileThatAPowerCutLeavesIsNotTakenForAServer() throws Exception {
    home.attach().close();
    Files.createFile(home.data().resolve("postmaster.pid"));
    EmbeddedDatabase next = home.attach();
    assertThat(noteOf(next)).contains(RECOVERED);
    assertThat(ask(next, "select 1")).isEqualTo("1");
  }

  @Test
  void aPortThatAnotherProgramTookIsReplaced() throws Exception {
    EmbeddedDatabase first = home.attach();
    int port = home.postmaster().port();
    first.close();
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(other.isBound()).isTrue();
      EmbeddedDatabase next = home.attach();
      assertThat(home.postmaster().port()).isNotEqualTo(port);
      assertThat(ask(next, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void waitingForAnotherStartEndsInTime() throws Exception {
    home.attach().close();
    Path lock = home.folder.resolve("database/start.lock");
    AnotherProcess other = home.ended(AnotherProcess.locking(lock));
    assertThat(other.says()).isEqualTo("locked");
    assertThatThrownBy(() -> EmbeddedDatabase.attach(home.folder, Duration.ofMillis(200)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("timed out")
        .hasMessageContaining("start.lock");
    other.kill();
    assertThat(ask(home.attach(), "select 1")).isEqualTo("1");
  }

  @Test
  void withoutAUsableCacheTheProgramsAreKeptInTheHome(@TempDir Path parent) throws Exception {
    Path plain = Files.createDirectory(parent.resolve("plain"));
    try (AnotherProcess other =
        AnotherProcess.using(plain, Map.of("XDG_CACHE_HOME", "/dev/null"))) {
      assertThat(other.says()).startsWith("jdbc:");
      assertThat(plain.resolve("database/bin/postgresql-" + Archive.VERSION + "/bin/postgres"))
          .isExecutable();
      other.finish();
    }
  }
}
