package io.tidemark.bench.keys;

import io.tidemark.store.home.Home;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Somebody who finds one policy after the other by its number and reads it from the shelf, at a
 * steady pace, until told to end. A reading counts from the moment at which it was due.
 */
final class Reading implements Runnable {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private final Home home;
  private final List<Long> tokens;
  private final List<Long> times = new ArrayList<>();
  private volatile boolean ended;

  Reading(Home home, List<Long> tokens) {
    this.home = home;
    this.tokens = tokens;
  }

  @Override
  public void run() {
    long due = System.nanoTime();
    for (int at = 0; !ended; at = (at + 1) % tokens.size()) {
      LockSupport.parkNanos(due - System.nanoTime());
      read(tokens.get(at));
      times.add(System.nanoTime() - due);
      due += PAUSE;
    }
  }

  private void read(long token) {
    RoaringBitmap found = home.shelf().find(Locator.POLICY_NUMBER, List.of(token)).get(token);
    if (found == null) {
      throw new IllegalStateException("a policy is not there any more");
    }
    try (Stream<StoredRecord> records = home.shelf().records(found, Shelf.LATEST)) {
      if (records.count() != found.getCardinality()) {
        throw new IllegalStateException("a policy cannot be read any more");
      }
    }
  }

  void end() {
    ended = true;
  }

  /** Nanoseconds that 99 of 100 took at most; to be asked once the thread has ended. */
  long p99() {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * 0.99) - 1));
  }

  /** How many there were. */
  int count() {
    return times.size();
  }
}
