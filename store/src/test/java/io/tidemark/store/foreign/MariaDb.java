package io.tidemark.store.foreign;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB of a test's own, on a free port of this machine, gone when it is closed. */
final class MariaDb implements AutoCloseable {
  private final Process process;
  private final int port;

  private MariaDb(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean installed() {
    return program("mariadbd").isPresent() && program("mariadb-install-db").isPresent();
  }

  private static Optional<Path> program(String name) {
    return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static MariaDb start(Path folder) throws IOException, InterruptedException {
    Path data = folder.resolve("mariadb");
    List<String> install =
        new ArrayList<>(
            List.of(
                program("mariadb-install-db").orElseThrow().toString(),
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--datadir=" + data));
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root) {
      install.add("--user=root");
    }
    Process installing =
        new ProcessBuilder(install)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("install.log").toFile())
            .start();
    if (!installing.waitFor(120, TimeUnit.SECONDS) || installing.exitValue() != 0) {
      throw new IOException(Files.readString(folder.resolve("install.log")));
    }
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> run =
        new ArrayList<>(
            List.of(
                program("mariadbd").orElseThrow().toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + folder.resolve("pid"),
                "--innodb-buffer-pool-size=32M"));
    if (root) {
      run.add("--user=root");
    }
    Process process =
        new ProcessBuilder(run)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    MariaDb server = new MariaDb(process, port);
    server.awaited(folder.resolve("server.log"));
    return server;
  }

  private void awaited(Path log) throws IOException {
    while (process.isAlive()) {
      try (Connection connection = DriverManager.getConnection(url(), "root", "")) {
        return;
      } catch (SQLException e) {
        Thread.onSpinWait();
      }
    }
    throw new IOException(Files.readString(log));
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/";
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
