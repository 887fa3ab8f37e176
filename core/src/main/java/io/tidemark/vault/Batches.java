package io.tidemark.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A long stream in batches, so that what costs most is done on all processors while memory and
 * order stay those of the stream.
 */
public final class Batches {
  /** Enough work to be worth a second thread, few enough to be forgotten soon. */
  private static final int SIZE = 1_024;

  /** So few are done before another thread has begun. */
  private static final int FEW = 16;

  private Batches() {}

  /** The elements in their order, in lists of at most 1,024; closing it closes {@code stream}. */
  public static <T> Stream<List<T>> of(Stream<T> stream) {
    Spliterator<T> each = stream.spliterator();
    Spliterator<List<T>> batches =
        new Spliterators.AbstractSpliterator<>(
            Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(Consumer<? super List<T>> action) {
            List<T> batch = new ArrayList<>(SIZE);
            while (batch.size() < SIZE && each.tryAdvance(batch::add)) {}
            if (batch.isEmpty()) {
              return false;
            }
            action.accept(batch);
            return true;
          }
        };
    return StreamSupport.stream(batches, false).onClose(stream::close);
  }

  /** The results of a step that any thread can do, in the order of the elements. */
  public static <T, R> Stream<R> mapped(Stream<T> stream, Function<T, R> step) {
    return of(stream)
        .flatMap(
            batch ->
                batch.size() < FEW
                    ? batch.stream().map(step)
                    : batch.parallelStream().map(step).toList().stream());
  }
}
