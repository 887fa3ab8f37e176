package io.tidemark.store.database;

import io.tidemark.store.database.Server.Found;
import io.tidemark.store.database.Server.Running;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

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
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedDatabase(Layout layout, String url, String password, Optional<Words> note) {
    this.layout = layout;
    this.url = url;
    this.password = password;
    this.note = note;
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
      Probe.require(url, password);
      return new EmbeddedDatabase(layout, url, password, note(alone, running.found()));
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

  /** What had to be mended or taken over, to be told to the user; empty on an ordinary day. */
  public Optional<Words> note() {
    return note;
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
