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
import org.jspecify.annotations.Nullable;

/**
 * The lines of one sheet in batches. A long one is read in a thread of its own, some batches ahead
 * of whoever searches them; nobody else touches the table until this is closed. One thread uses it.
 */
final class LinesAhead implements AutoCloseable {
  private static final int BATCH = 128;
  private static final int AHEAD = 16;
  private static final PersonalText NOTHING = PersonalText.of("");

  private final Table table;
  private final List<Line> asides = new ArrayList<>();
  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(AHEAD);
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
   * @param last whether there are no more
   * @param fault why there are no more, where that is a fault
   */
  record Batch(List<Line> lines, boolean last, Optional<Unreadable> fault) {}

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

  /** The next lines; null behind the last. */
  @Nullable List<Line> next() throws Unreadable {
    if (ended) {
      return null;
    }
    if (reader == null) {
      reader = new Thread(this::readAll, "table-reader");
      reader.setDaemon(true);
      reader.start();
    }
    try {
      Batch batch = queue.take();
      ended = batch.last();
      if (batch.fault().isPresent() && batch.lines().isEmpty()) {
        throw batch.fault().get();
      }
      return batch.lines();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void readAll() {
    try {
      boolean more = true;
      while (more) {
        List<Line> lines = new ArrayList<>(BATCH);
        try {
          while (more && lines.size() < BATCH) {
            more = next(lines) != null;
          }
          queue.put(new Batch(lines, !more, Optional.empty()));
        } catch (Unreadable e) {
          queue.put(new Batch(lines, false, Optional.empty()));
          queue.put(new Batch(List.of(), true, Optional.of(e)));
          return;
        }
      }
    } catch (InterruptedException e) {
      // whoever searched gave up
    }
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
