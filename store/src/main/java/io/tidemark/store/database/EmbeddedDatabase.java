package io.tidemark.store.database;

import io.tidemark.store.database.Server.Found;
import io.tidemark.store.database.Server.Running;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/**
 * The use of a home's PostgreSQL by this process, from {@link #attach} to {@link #close}.
 *
 * <p>All processes on a home share one server. The first starts it and the last stops it; it
 * outlives the process that started it. A kill -9 of any process, of the server or of both leaves
 * nothing to clean by hand: the next attach takes over or starts anew, and {@link #note} says so.
 *
 * <p>Thread-safe. Several attaches in one JVM work; attaching and closing take turns.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** Longest wait for other starts and stops, and for recovery after a crash, together. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Layout layout;
  private final String url;
  private final String password;
  private final Optional<Words> note;
  private final boolean archiveFails;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedDatabase(
      Layout layout, String url, String password, Optional<Words> note, boolean archiveFails) {
    this.layout = layout;
    this.url = url;
    this.password = password;
    this.note = note;
    this.archiveFails = archiveFails;
  }

  /**
   * Makes the database of {@code home} when there is none, starts it when it does not run, and
   * joins its users. Takes about 4 s the first time on a machine, 1.5 s the first time in a home,
   * half a second to start and 0.1 s to join; at most five minutes, after a crash in a bulk load.
   *
   * @param home an existing folder
   * @throws DatabaseUnavailable when that cannot be done, with the reason and what to do
   */
  public static EmbeddedDatabase attach(Path home) throws DatabaseUnavailable {
    return attach(home, PATIENCE);
  }

  static EmbeddedDatabase attach(Path home, Duration patience) throws DatabaseUnavailable {
    Deadline deadline = Deadline.in(patience);
    try {
      Archive.ofThisMachine();
      Layout layout = Layout.of(home);
      try (Turn turn = Turn.take(layout.startLock(), deadline)) {
        Objects.requireNonNull(turn);
        return join(layout, deadline);
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(e);
    }
  }

  private static EmbeddedDatabase join(Layout layout, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    boolean alone = Users.join(layout.usersLock());
    try {
      Programs programs = programs(layout, deadline);
      String password = new Cluster(layout, programs).password(deadline);
      Running running = new Server(layout, programs).ensure(deadline);
      String url = Probe.url(running.port());
      boolean archiveFails = Probe.require(url, password);
      return new EmbeddedDatabase(
          layout, url, password, note(alone, running.found()), archiveFails);
    } catch (DatabaseUnavailable | IOException | RuntimeException e) {
      withdraw(layout, deadline);
      throw e;
    }
  }

  /**
   * Undoes a join that failed. A server that still recovers goes on, so that a later try finds it.
   */
  private static void withdraw(Layout layout, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    boolean last = Users.leave(layout.usersLock());
    if (last && Postmaster.read(layout.data()).filter(Postmaster::isReady).isPresent()) {
      stop(layout, deadline);
    }
  }

  private static Programs programs(Layout layout, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    return new Programs(Binaries.locate(layout, deadline), layout.database());
  }

  private static Optional<Words> note(boolean alone, Found found) {
    return switch (found) {
      case STOPPED -> Optional.empty();
      case RUNNING -> alone ? Optional.of(ADOPTED) : Optional.empty();
      case CRASHED -> Optional.of(RECOVERED);
    };
  }

  private static final Words ADOPTED =
      new Words(
          "上一个使用数据库的进程被强行终止，它的 PostgreSQL 仍在运行，现已接管。",
          "The last process that used the database was killed; its PostgreSQL was still running"
              + " and has been taken over.");

  private static final Words RECOVERED =
      new Words(
          "PostgreSQL 上次没有正常停止，现已重新启动并恢复；已提交的数据都在。",
          "PostgreSQL had not been stopped properly; it was started again and has recovered."
              + " Everything committed is there.");

  /**
   * The address for JDBC, on the loopback interface, without user and password. It stays the same
   * while this use lasts, unless the server is killed and its port taken by another program.
   */
  public String jdbcUrl() {
    return url;
  }

  /** The role that owns the database; it is not a superuser. */
  public String user() {
    return Cluster.ROLE;
  }

  /** The role's password. Not to be logged, nor to be put on a command line. */
  public String password() {
    return password;
  }

  /**
   * Copies the cluster while others use it; see {@link BaseBackup}.
   *
   * @param tar where the copy is written as a tar archive; it stays open
   * @param copied told the bytes copied so far, of {@link #size}
   * @throws DatabaseUnavailable when the server was started by an older release
   */
  public BaseBackup backUp(OutputStream tar, LongConsumer copied)
      throws DatabaseUnavailable, IOException {
    try (Connection connection = Probe.connect(url, password)) {
      Probe.requireArchiving(connection);
      return BaseBackup.take(connection, layout.data(), tar, copied);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "PostgreSQL 中断了备份：" + e.getMessage(),
          "PostgreSQL broke the backup off: " + e.getMessage());
    }
  }

  /** About how many bytes the cluster has. */
  public long size() throws IOException {
    return OwnerOnly.size(layout.data());
  }

  /**
   * Ends the file of the WAL that is being written, so that it goes to the archive.
   *
   * @return the last file that holds anything committed before
   */
  public String endWalFile() throws DatabaseUnavailable {
    try (Connection connection = Probe.connect(url, password);
        PreparedStatement ending =
            connection.prepareStatement("select pg_walfile_name(pg_switch_wal() - 1)");
        ResultSet row = ending.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "PostgreSQL 未能换到下一个 WAL 文件：" + e.getMessage(),
          "PostgreSQL did not turn to the next file of the WAL: " + e.getMessage());
    }
  }

  /**
   * Takes what was deleted out of the cluster's files; see {@link Shredding}. Whoever uses a table
   * waits while it is written anew.
   *
   * @throws DatabaseUnavailable when the server was started by an older release, or the WAL's
   *     archive takes nothing
   */
  public void shred() throws DatabaseUnavailable {
    try (Connection connection = Probe.connect(url, password)) {
      Probe.requireShredding(connection);
      Shredding shredding = new Shredding(connection);
      shredding.tables();
      shredding.wal(Deadline.in(PATIENCE));
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "PostgreSQL 未能清除已删除的数据：" + e.getMessage(),
          "PostgreSQL did not take out what was deleted: " + e.getMessage());
    }
  }

  /** Waits until this file of the WAL is in the archive of the home. */
  public void awaitArchived(Path file) throws DatabaseUnavailable {
    Deadline deadline = Deadline.in(PATIENCE);
    while (Files.notExists(file)) {
      deadline.pauseFor(
          "WAL 存档 " + file + "（磁盘满了或不可写？）",
          "the archive of the WAL, " + file + " (is its disk full, or not to be written?)");
    }
  }

  /** What had to be mended or taken over, to be told to the user; empty on an ordinary day. */
  public Optional<Words> note() {
    return note;
  }

  /** That the place of the WAL's archive could not be written when this use began. */
  public Optional<Words> archiveWarning() throws IOException {
    return archiveFails
        ? WalArchive.of(layout.home())
            .map(
                place ->
                    new Words(
                        "WAL 无法存档到 " + place.folder() + "：备份停在那里，主目录的 WAL 会越积越多",
                        "the WAL cannot be archived to "
                            + place.folder()
                            + ": the backup stands still, and the home's WAL piles up"))
        : Optional.empty();
  }

  /**
   * Leaves; the last user of all processes stops the server and waits for its end. To be called
   * after the pool's connections are closed: the server ends those that are left, and rolls back
   * what they did not commit. Closing twice does nothing. It never fails: what could not be stopped
   * is taken over by the next attach.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    Deadline deadline = Deadline.in(PATIENCE);
    try (Turn turn = Turn.take(layout.startLock(), deadline)) {
      Objects.requireNonNull(turn);
      leave(layout, deadline);
    } catch (IOException | DatabaseUnavailable e) {
      // the server stays: the next attach takes it over, says so, and stops it at its end
    }
  }

  private static void leave(Layout layout, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    if (Users.leave(layout.usersLock()) && Postmaster.read(layout.data()).isPresent()) {
      stop(layout, deadline);
    }
  }

  private static void stop(Layout layout, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    new Server(layout, programs(layout, deadline)).stop(deadline);
  }

  /** The address; the password stays hidden. */
  @Override
  public String toString() {
    return "EmbeddedDatabase[" + url + "]";
  }
}
