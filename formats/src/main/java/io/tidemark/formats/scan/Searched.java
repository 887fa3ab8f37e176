package io.tidemark.formats.scan;

import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.find.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Cells of some rows that are searched like text, all at once: a search has a price of its own, and
 * what stands beside a number in its row helps to tell what it is. Lines of no meaning between them
 * keep the digits of two cells, and the words of two rows, apart. Not thread-safe.
 */
final class Searched {
  private static final String BETWEEN = '\n' + "。" + '\n';

  private final StringBuilder text = new StringBuilder();
  private final List<Cell> cells = new ArrayList<>();

  /**
   * A cell.
   *
   * @param start where it begins in what is searched
   */
  record Cell(InRow row, int column, String text, int start) {
    int end() {
      return start + text.length();
    }

    /** Never the text. */
    @Override
    public String toString() {
      return "Cell[" + column + "]";
    }
  }

  void add(InRow row, int column, String cell) {
    cells.add(new Cell(row, column, cell, text.length()));
    text.append(cell).append(BETWEEN);
  }

  void endRow() {
    text.append(BETWEEN);
  }

  /** Tells of each cell what was found in it, at its place in the cell. */
  void each(Finder finder, BiConsumer<Cell, List<Finding>> told) {
    if (cells.isEmpty()) {
      return;
    }
    List<Finding> all = Ground.in(text, finder);
    int at = 0;
    for (Cell cell : cells) {
      List<Finding> within = new ArrayList<>(2);
      while (at < all.size() && all.get(at).span().start() < cell.end()) {
        Finding one = all.get(at++);
        if (one.span().start() >= cell.start() && one.span().end() <= cell.end()) {
          within.add(moved(one, cell.start()));
        }
      }
      told.accept(cell, within);
    }
  }

  private static Finding moved(Finding one, int by) {
    Span span = new Span(one.span().start() - by, one.span().end() - by);
    return new Finding(one.found(), span, one.confidence(), one.value(), one.form());
  }
}
