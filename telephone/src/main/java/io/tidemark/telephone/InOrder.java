package io.tidemark.telephone;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * The steps of one call, one after the other, on threads that all calls share: no step waits for a
 * lock while the SIP stack holds another. Thread-safe.
 */
final class InOrder implements Executor {
  private final Executor threads;
  private final Queue<Runnable> steps = new ArrayDeque<>();
  private boolean running;

  InOrder(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable step) {
    synchronized (steps) {
      steps.add(step);
      if (running) {
        return;
      }
      running = true;
    }
    threads.execute(this::run);
  }

  private void run() {
    while (true) {
      Runnable step;
      synchronized (steps) {
        step = steps.poll();
        if (step == null) {
          running = false;
          return;
        }
      }
      try {
        step.run();
      } catch (RuntimeException e) {
        // the SIP stack throws these where a transaction has ended meanwhile; the next step sees it
      }
    }
  }
}
