package io.tidemark.formats.scan;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one sheet in batches, and what was found in each. A long sheet is read in a thread
 * of its own, some batches ahead of whoever searches them; when it is far enough ahead, it searches
 * too. Nobody else touches the table until this is closed. One thread uses it.
 *
 * @param <T> what comes of a batch
 */
final class LinesAhead<T> implements AutoCloseable {
  private static final int BATCH = 128;
  private static final int AHEAD = 4;
  private static final PersonalText NOTHING = PersonalText.of("");

  private final Table table;
  private final List<Line> asides = new ArrayList<>();
  private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(AHEAD);
  private @Nullable Thread reader;
  private boolean ended;

  /**
   * A line of a sheet.
   *
   * @param misfit the text of one that does not fit the table
   * @param aside whether it is a row that is none of the table
   */
  record Line(TableLine line, PersonalText misfit, boolean aside) {}

  /**
   * Some lines.
   *
   * @param search what comes of them; whoever runs it first does it
   * @param last whether there are no more
   * @param fault why there are no more, where that is a fault
   */
  private record Batch<T>(FutureTask<T> search, boolean last, Optional<Unreadable> fault) {}

  LinesAhead(Table table) {
    this.table = table;
    table.aside(row -> asides.add(new Line(row, NOTHING, true)));
  }

  /** Reads in the same thread until there are so many rows of the table, or no more. */
  List<Line> first(int rows) throws Unreadable {
    List<Line> lines = new ArrayList<>();
    int count = 0;
    while (count < rows && lines.size() < 2 * rows) {
      Line line = next(lines);
      if (line == null) {
        ended = true;
        break;
      }
      count += line.line() instanceof Row ? 1 : 0;
    }
    return lines;
  }

  private @Nullable Line next(List<Line> into) throws Unreadable {
    Optional<TableLine> read = table.next();
    into.addAll(asides);
    asides.clear();
    if (read.isEmpty()) {
      return null;
    }
    Line line = new Line(read.get(), table.misfit(), false);
    into.add(line);
    return line;
  }

  /**
   * What comes of the next lines; null behind the last.
   *
   * @param search searches a batch, in any thread; the same at each call
   */
  @Nullable T next(Function<List<Line>, T> search) throws Unreadable {
    if (ended) {
      return null;
    }
    if (reader == null) {
      reader = new Thread(() -> readAll(search), "table-reader");
      reader.setDaemon(true);
      reader.start();
    }
    try {
      Batch<T> batch = queue.take();
      ended = batch.last();
      if (batch.fault().isPresent()) {
        throw batch.fault().get();
      }
      batch.search().run();
      return batch.search().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch cannot be searched", e.getCause());
    }
  }

  private void readAll(Function<List<Line>, T> search) {
    try {
      boolean more = true;
      while (more) {
        List<Line> lines = new ArrayList<>(BATCH);
        try {
          while (more && lines.size() < BATCH) {
            more = next(lines) != null;
          }
          put(new Batch<>(new FutureTask<>(() -> search.apply(lines)), !more, Optional.empty()));
        } catch (Unreadable e) {
          put(new Batch<>(new FutureTask<>(() -> search.apply(lines)), false, Optional.empty()));
          put(new Batch<>(new FutureTask<>(() -> search.apply(List.of())), true, Optional.of(e)));
          return;
        }
      }
    } catch (InterruptedException e) {
      // whoever searched gave up
    }
  }

  private void put(Batch<T> batch) throws InterruptedException {
    if (queue.remainingCapacity() == 0) {
      batch.search().run();
    }
    queue.put(batch);
  }

  /** Waits until the table is nobody's. */
  @Override
  public void close() {
    Thread running = reader;
    if (running == null) {
      return;
    }
    running.interrupt();
    boolean interrupted = false;
    while (running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
