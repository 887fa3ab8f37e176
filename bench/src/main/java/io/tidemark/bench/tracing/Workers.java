package io.tidemark.bench.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two at work, as two investigators would be. To be closed. */
final class Workers implements AutoCloseable {
  private static final int AT_ONCE = 2;

  private final ExecutorService service = Executors.newFixedThreadPool(AT_ONCE);

  /** Work with a number. */
  interface Numbered<T> {
    T of(int number) throws Exception;
  }

  /** The results of work from {@code first}, {@code count} times, in order of their numbers. */
  <T> List<T> each(int first, int count, Numbered<T> work) throws Exception {
    List<Future<T>> running = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      int number = i;
      Callable<T> one = () -> work.of(number);
      running.add(service.submit(one));
    }
    List<T> done = new ArrayList<>();
    for (Future<T> one : running) {
      try {
        done.add(one.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
    return done;
  }

  @Override
  public void close() {
    service.shutdownNow();
  }
}
