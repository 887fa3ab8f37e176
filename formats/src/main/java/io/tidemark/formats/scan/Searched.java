package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Cells of a row that are searched like text, all at once: a search has a price of its own, and
 * what stands beside a number helps to tell what it is. A line of no meaning between them keeps the
 * digits of two cells apart. Not thread-safe.
 */
final class Searched {
  private static final String BETWEEN = "\n。\n";

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> columns = new ArrayList<>();
  private final List<Span> cells = new ArrayList<>();

  void add(int column, String cell) {
    columns.add(column);
    cells.add(new Span(text.length(), text.length() + cell.length()));
    text.append(cell).append(BETWEEN);
  }

  /** Tells of each cell what was found in it, at its place in the cell. */
  void each(Ground ground, BiConsumer<Integer, List<Finding>> told) {
    if (columns.isEmpty()) {
      return;
    }
    List<Finding> all = ground.in(text);
    int at = 0;
    for (int i = 0; i < columns.size(); i++) {
      Span cell = cells.get(i);
      List<Finding> within = new ArrayList<>();
      while (at < all.size() && all.get(at).span().start() < cell.end()) {
        Finding one = all.get(at++);
        if (one.span().start() >= cell.start() && one.span().end() <= cell.end()) {
          within.add(moved(one, cell.start()));
        }
      }
      told.accept(columns.get(i), within);
    }
  }

  private static Finding moved(Finding one, int by) {
    Span span = new Span(one.span().start() - by, one.span().end() - by);
    return new Finding(one.found(), span, one.confidence(), one.value(), one.form());
  }
}
