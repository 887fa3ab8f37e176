package io.tidemark.store.database;

import io.tidemark.store.database.Programs.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server of a home's cluster, found or started. To be called within a {@link Turn} only.
 *
 * @param programs PostgreSQL's programs, working in {@code layout.database()}
 */
record Server(Layout layout, Programs programs) {
  /** A running server: its port, and how it came to run. */
  record Running(int port, Found found) {}

  /** In which state an attaching process found the server. */
  enum Found {
    RUNNING,
    STOPPED,
    CRASHED
  }

  private static final long LONGEST_LOG = 16L << 20;
  private static final int LAST_LINES = 4;

  /** Faults that are over at the next attempt: with another port, or once the other has ended. */
  private static final Pattern PASSING =
      Pattern.compile(
          "could not create any TCP/IP sockets"
              + "|lock file \"postmaster.pid\" (already exists|is empty)"
              + "|pre-existing shared memory block");

  /** The running server: the one that runs already, or one started now. */
  Running ensure(Deadline deadline) throws DatabaseUnavailable, IOException {
    Found found = Found.STOPPED;
    while (true) {
      Optional<Postmaster> postmaster = Postmaster.read(layout.data());
      if (postmaster.filter(Postmaster::isAlive).isPresent()) {
        if (postmaster.get().isReady()) {
          return new Running(
              postmaster.get().port(), found == Found.STOPPED ? Found.RUNNING : found);
        }
        deadline.pauseFor(
            "PostgreSQL（" + postmaster.get().status() + "）",
            "PostgreSQL, which is " + postmaster.get().status());
      } else {
        if (postmaster.isPresent()) {
          found = Found.CRASHED;
          postmaster.get().clear(deadline);
        }
        Optional<Integer> port = start(deadline);
        if (port.isPresent()) {
          return new Running(port.get(), found);
        }
        deadline.pauseFor("PostgreSQL 启动", "PostgreSQL to start");
      }
    }
  }

  /** The port of the server started; empty after a fault that passes. */
  private Optional<Integer> start(Deadline deadline) throws DatabaseUnavailable, IOException {
    Cluster.writeSettings(layout.data());
    new Cluster(layout, programs).ensureRights(deadline);
    trimLog();
    long said = Files.exists(layout.log()) ? Files.size(layout.log()) : 0;
    int port = Port.choose(layout.port());
    Outcome outcome = control(deadline, "-l", "log", "-o", "-p " + port, "start");
    if (outcome.succeeded()) {
      return Optional.of(port);
    }
    String why = saidSince(said);
    if (PASSING.matcher(why).find()) {
      return Optional.empty();
    }
    throw new DatabaseUnavailable(
        "PostgreSQL 没有启动（日志：" + layout.log() + "）：" + (why.isEmpty() ? outcome.output() : why),
        "PostgreSQL did not start (its log: "
            + layout.log()
            + "): "
            + (why.isEmpty() ? outcome.output() : why));
  }

  /**
   * Ends the server: open transactions are rolled back, everything committed is on disk. A server
   * that takes longer than the deadline goes on ending alone; whoever attaches next waits for it.
   */
  void stop(Deadline deadline) throws DatabaseUnavailable, IOException {
    control(deadline, "-m", "fast", "stop");
  }

  private Outcome control(Deadline deadline, String... arguments)
      throws DatabaseUnavailable, IOException {
    long seconds = Math.max(1, deadline.left().toSeconds());
    List<String> all = new ArrayList<>(List.of("-D", "data", "-w", "-t", "" + seconds));
    all.addAll(List.of(arguments));
    return programs.run("pg_ctl", all, "", new Deadline(deadline.nanos() + GRACE));
  }

  /** {@code pg_ctl} ends by its own clock first, which leaves the server to its work. */
  private static final long GRACE = 5_000_000_000L;

  private void trimLog() throws IOException {
    Path log = layout.log();
    if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
      Files.move(log, log.resolveSibling("log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String saidSince(long offset) throws IOException {
    if (Files.notExists(layout.log())) {
      return "";
    }
    try (var log = Files.newInputStream(layout.log())) {
      log.skipNBytes(offset);
      List<String> lines = new String(log.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
  }
}
