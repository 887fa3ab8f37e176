package io.tidemark.store.database;

import java.time.Duration;

/**
 * The moment at which waiting ends, so that no step of a start can hang.
 *
 * @param nanos of {@link System#nanoTime()}
 */
record Deadline(long nanos) {
  private static final Duration PAUSE = Duration.ofMillis(20);

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time left, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  /** Waits a moment for {@code what}; throws once the time is over. */
  void pauseFor(String zh, String en) throws DatabaseUnavailable {
    if (left().isZero()) {
      throw new DatabaseUnavailable("等待超时：" + zh, "timed out waiting for " + en);
    }
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Keeps the interruption for the caller and turns it into an answer. */
  static DatabaseUnavailable interrupted() {
    Thread.currentThread().interrupt();
    return new DatabaseUnavailable("启动数据库时被中断", "interrupted while starting the database");
  }
}
