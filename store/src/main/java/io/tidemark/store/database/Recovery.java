package io.tidemark.store.database;

import io.tidemark.store.database.Programs.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The cluster of a new home out of a {@link BaseBackup} and an archive of the WAL. PostgreSQL
 * itself recovers it, reachable by nobody meanwhile; then its role gets a password of this home's
 * own, because a backup holds none, and only a whole cluster gets its place.
 */
public final class Recovery {
  /** Longest recovery: a day of a busy insurer's WAL takes hours. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  private static final String FOLDER = "restoring";
  private static final String LOG = "restoring.log";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int LAST_LINES = 6;

  private final Layout layout;
  private final Programs programs;
  private final Deadline deadline = Deadline.in(PATIENCE);

  private Recovery(Path home) throws DatabaseUnavailable, IOException {
    Archive.ofThisMachine();
    this.layout = Layout.of(home);
    this.programs = new Programs(Binaries.locate(layout, deadline), layout.database());
  }

  /**
   * Makes the cluster of {@code home}, a folder without one.
   *
   * @param tar what {@link BaseBackup} wrote, read to its end
   * @param wal the folder with the compressed files of the WAL
   * @param until the moment to stop at, or nothing for the end of the WAL
   * @throws DatabaseUnavailable when PostgreSQL cannot recover it; the message has its words
   */
  public static void run(Path home, InputStream tar, Path wal, Optional<Instant> until)
      throws DatabaseUnavailable, IOException {
    Recovery recovery = new Recovery(home);
    recovery.unpack(tar, wal, until);
    recovery.recover();
    String password = Secret.keptOrDrawn(recovery.layout.password());
    new Cluster(recovery.layout, recovery.programs)
        .changePassword(FOLDER, password, recovery.deadline);
    OwnerOnly.move(recovery.folder(), recovery.layout.data());
    for (String spent : List.of("restore.sh", "restore.place", LOG)) {
      Files.deleteIfExists(recovery.layout.database().resolve(spent));
    }
  }

  /** Removes the cluster again, which nobody uses. */
  public static void undo(Path home) throws DatabaseUnavailable, IOException {
    OwnerOnly.delete(Layout.of(home).data());
  }

  private Path folder() {
    return layout.database().resolve(FOLDER);
  }

  private void unpack(InputStream tar, Path wal, Optional<Instant> until) throws IOException {
    Archive.unpackTar(tar, folder());
    Cluster.writeSettings(folder());
    Path conf = folder().resolve("postgresql.conf");
    String settings = Files.readString(conf) + settings(until);
    OwnerOnly.write(conf, settings.getBytes(StandardCharsets.UTF_8));
    OwnerOnly.write(folder().resolve("recovery.signal"), new byte[0]);
    OwnerOnly.write(
        layout.database().resolve("restore.place"),
        (wal.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8));
    OwnerOnly.write(layout.database().resolve("restore.sh"), Cluster.resource("restore.sh"));
  }

  private static String settings(Optional<Instant> until) {
    return """

    # While the home is restored.
    listen_addresses = ''
    unix_socket_directories = '.'
    archive_mode = off
    hot_standby = off
    restore_command = '/bin/sh ../restore.sh %f %p'
    recovery_target_timeline = 'current'
    recovery_target_action = 'promote'
    """
        + until.map(time -> "recovery_target_time = '" + TIME.format(time) + "'\n").orElse("");
  }

  private void recover() throws DatabaseUnavailable, IOException {
    Outcome started = control("-l", LOG, "start");
    while (!ready()) {
      if (!started.succeeded() || Postmaster.read(folder()).isEmpty()) {
        throw fault(started);
      }
      deadline.pauseFor("PostgreSQL 恢复数据库", "PostgreSQL to recover the database");
    }
    Outcome stopped = control("-m", "fast", "stop");
    if (!stopped.succeeded()) {
      throw fault(stopped);
    }
  }

  /** {@code pg_ctl} answers as soon as recovery has begun; this is its end. */
  private boolean ready() throws IOException {
    return Postmaster.read(folder()).filter(Postmaster::isReady).isPresent();
  }

  private Outcome control(String... arguments) throws DatabaseUnavailable, IOException {
    long seconds = Math.max(1, deadline.left().toSeconds());
    List<String> all = new ArrayList<>(List.of("-D", FOLDER, "-w", "-t", "" + seconds));
    all.addAll(List.of(arguments));
    return programs.run("pg_ctl", all, "", deadline);
  }

  private DatabaseUnavailable fault(Outcome outcome) throws IOException {
    Path log = layout.database().resolve(LOG);
    List<String> lines =
        Files.exists(log) ? Files.readAllLines(log) : outcome.output().lines().toList();
    String said =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    if (said.contains("recovery ended before configured recovery target was reached")) {
      return new DatabaseUnavailable(
          "备份中没有 --until 之后的提交：请去掉 --until，恢复到备份的最后状态",
          "nothing in the backup was committed after --until: leave --until out and restore the"
              + " last state");
    }
    return new DatabaseUnavailable(
        "PostgreSQL 无法从备份恢复：" + said, "PostgreSQL cannot recover from the backup: " + said);
  }
}
