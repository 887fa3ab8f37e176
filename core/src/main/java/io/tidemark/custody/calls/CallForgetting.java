package io.tidemark.custody.calls;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.Register;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes calls that are older than the policy keeps them, batch by batch; it can be cut off
 * anywhere and done again. Thread-safe.
 */
public final class CallForgetting {
  /** So many calls go with one entry: others wait for the ledger meanwhile. */
  private static final int BATCH = 20_000;

  private final CallBook book;
  private final Register register;

  /** Forgets calls of this book, after the days of the register's policy. */
  public CallForgetting(CallBook book, Register register) {
    this.book = book;
    this.register = register;
  }

  /** Forgets; how many calls. */
  public int round() {
    Duration kept = Duration.ofDays(register.policy().aliases().calls().keepDays());
    Instant before = register.now().minus(kept);
    int forgotten = 0;
    while (!Thread.currentThread().isInterrupted()) {
      CallBook.Due due = book.due(before, BATCH);
      if (due.calls() == 0 && due.callers() == 0) {
        break;
      }
      register
          .journal()
          .record(
              register
                  .begin("alias-calls-forgotten", Actor.operator())
                  .line("calls", due.calls())
                  .line("before", before)
                  .build(),
              new CallBook.Forgotten(before, BATCH));
      forgotten += due.calls();
    }
    return forgotten;
  }
}
