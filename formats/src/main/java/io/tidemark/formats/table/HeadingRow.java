package io.tidemark.formats.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A row that may be a heading, or the upper or lower half of one: people put titles above their
 * headings, groups of columns over them, and headings of one column over two rows.
 *
 * @param cells one for each cell up to the last that has text
 */
record HeadingRow(List<Heading> cells) {
  private static final int ROWS_ABOVE_AT_MOST = 5;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{7}");

  static HeadingRow of(Row row, Headings known) {
    int width = row.cells().size();
    while (width > 1 && row.cells().get(width - 1).isBlank()) {
      width--;
    }
    return new HeadingRow(
        row.cells().subList(0, width).stream()
            .map(text -> new Heading(text.strip(), known.kind(text)))
            .toList());
  }

  /** Whether it is a heading, given the rows above it, which must say nothing of anybody. */
  boolean headsBelow(List<HeadingRow> above) {
    int wanted = above.isEmpty() ? 1 : 2;
    return above.size() <= ROWS_ABOVE_AT_MOST
        && known() >= wanted
        && (known() > 1 || !numbered())
        && above.stream().allMatch(row -> row.standsAbove(this));
  }

  /**
   * This heading and the row below it as one, where they are: the lower row names columns that the
   * upper one leaves open, or the upper one only groups the columns of the lower one.
   */
  Optional<HeadingRow> with(HeadingRow lower) {
    if (lower.known() == 0 || lower.numbered()) {
      return Optional.empty();
    }
    if (lower.fillsGapsOf(this)) {
      return Optional.of(new HeadingRow(joined(lower)));
    }
    return standsAbove(lower) ? Optional.of(lower) : Optional.empty();
  }

  /** A title, or the names of groups of columns. */
  private boolean standsAbove(HeadingRow heading) {
    return filled() <= 1
        || (filled() < heading.filled() && known() < heading.known() && !numbered());
  }

  private boolean fillsGapsOf(HeadingRow upper) {
    return 2 * known() >= filled()
        && IntStream.range(0, cells.size())
            .noneMatch(i -> filled(cells.get(i)) && upper.at(i).kind().isPresent());
  }

  private List<Heading> joined(HeadingRow lower) {
    List<Heading> joined = new ArrayList<>();
    for (int i = 0; i < Math.max(cells.size(), lower.cells.size()); i++) {
      joined.add(filled(lower.at(i)) ? lower.at(i) : at(i));
    }
    return List.copyOf(joined);
  }

  private Heading at(int column) {
    return column < cells.size() ? cells.get(column) : Heading.UNNAMED;
  }

  private int known() {
    return (int) cells.stream().filter(cell -> cell.kind().isPresent()).count();
  }

  private int filled() {
    return (int) cells.stream().filter(HeadingRow::filled).count();
  }

  private boolean numbered() {
    return cells.stream().anyMatch(cell -> NUMBER.matcher(cell.text()).find());
  }

  private static boolean filled(Heading cell) {
    return !cell.text().isEmpty();
  }
}
