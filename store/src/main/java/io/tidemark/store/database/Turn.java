package io.tidemark.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One at a time over all processes. The operating system frees the lock when its holder dies, so a
 * kill -9 leaves nothing stuck.
 *
 * <p>A POSIX file lock belongs to the process, not to the thread: the threads of this JVM take
 * turns on a lock of their own first, one for all files, because turns are short.
 */
final class Turn implements AutoCloseable {
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;

  private Turn(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the turn on {@code file}, until the deadline. */
  static Turn take(Path file, Deadline deadline) throws DatabaseUnavailable, IOException {
    takeAmongThreads(file, deadline);
    try {
      return new Turn(takeAmongProcesses(file, deadline));
    } catch (DatabaseUnavailable | IOException | RuntimeException e) {
      THREADS.unlock();
      throw e;
    }
  }

  private static FileChannel takeAmongProcesses(Path file, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    FileChannel channel = OwnerOnly.open(file);
    try {
      while (channel.tryLock() == null) {
        deadline.pauseFor(
            "另一个进程正在启动或停止数据库（" + file + "）",
            "another process that starts or stops the database (" + file + ")");
      }
      return channel;
    } catch (DatabaseUnavailable | IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void takeAmongThreads(Path file, Deadline deadline) throws DatabaseUnavailable {
    try {
      if (!THREADS.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new DatabaseUnavailable(
            "等待超时：本进程的另一线程占用 " + file, "timed out waiting for another thread that holds " + file);
      }
    } catch (InterruptedException e) {
      throw Deadline.interrupted();
    }
  }

  /** Whether the calling thread holds a turn. */
  static boolean isHeld() {
    return THREADS.isHeldByCurrentThread();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      THREADS.unlock();
    }
  }
}
