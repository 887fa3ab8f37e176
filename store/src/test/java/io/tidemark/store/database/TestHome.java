package io.tidemark.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A home for tests; closing it ends every process that it saw. */
final class TestHome implements AutoCloseable {
  final Path folder;
  private final List<Runnable> users = new ArrayList<>();

  /** A folder whose name a shell would not take for what it is. */
  TestHome(Path parent) throws IOException {
    this.folder = Files.createDirectories(parent.resolve("home $HOME"));
  }

  EmbeddedDatabase attach() throws DatabaseUnavailable {
    EmbeddedDatabase database = EmbeddedDatabase.attach(folder);
    users.add(database::close);
    return database;
  }

  AnotherProcess anotherProcess() {
    return ended(AnotherProcess.using(folder));
  }

  AnotherProcess ended(AnotherProcess process) {
    users.add(process::close);
    return process;
  }

  Path data() {
    return folder.resolve("database/data");
  }

  Postmaster postmaster() throws IOException {
    return Postmaster.read(data()).orElseThrow();
  }

  boolean serverRuns() throws IOException {
    return Postmaster.read(data()).filter(Postmaster::isAlive).isPresent();
  }

  /** Kill -9 of the server itself; its children are left to themselves. */
  void killServer() throws IOException {
    ProcessHandle.of(postmaster().pid()).orElseThrow().destroyForcibly();
    while (serverRuns()) {
      Thread.onSpinWait();
    }
  }

  static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  static void run(EmbeddedDatabase database, String statement) throws SQLException {
    try (Connection connection = connect(database);
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  static String ask(EmbeddedDatabase database, String query) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }

  /** Ends every process of the test; the next finds a home whose server does not run. */
  @Override
  public void close() throws IOException, DatabaseUnavailable {
    users.forEach(Runnable::run);
    users.clear();
    if (serverRuns()) {
      killServer();
    }
    Optional<Postmaster> dead = Postmaster.read(data());
    if (dead.isPresent()) {
      dead.get().clear(Deadline.in(Duration.ofSeconds(10)));
    }
  }
}
