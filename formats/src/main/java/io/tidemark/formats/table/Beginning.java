package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The headings, and the lines that were read to find them. */
record Beginning(boolean headed, List<Heading> headings, List<TableLine> behindHeading) {
  private static final int TITLES_AT_MOST = 5;
  private static final int SAMPLE = 100;

  /**
   * Reads as far as the heading, which may stand below a title and rejects; without one, a sample
   * whose widest row says how many columns there are.
   *
   * @param cells how many cells a row usually has; 0 to take the sample's widest
   */
  static Beginning read(RowSource source, Headings headings, int cells) throws Unreadable {
    List<TableLine> lines = new ArrayList<>();
    TableLine line = source.next();
    while (line != null) {
      lines.add(line);
      Optional<Row> row = line.either(Optional::of, reject -> Optional.empty());
      if (row.isPresent() && isHeading(row.get(), lines, headings)) {
        return headed(row.get(), lines, headings);
      }
      line = lines.size() < SAMPLE ? source.next() : null;
    }
    int width = cells > 0 ? cells : widest(lines);
    return new Beginning(
        false, Collections.nCopies(width, new Heading("", Optional.empty())), lines);
  }

  private static boolean isHeading(Row row, List<TableLine> lines, Headings headings) {
    List<Row> above = rows(lines.subList(0, lines.size() - 1));
    int wanted = above.isEmpty() ? 1 : 2;
    return above.size() <= TITLES_AT_MOST
        && above.stream().allMatch(Beginning::isTitle)
        && headings.known(row.cells()) >= wanted;
  }

  private static boolean isTitle(Row row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count() <= 1;
  }

  private static Beginning headed(Row row, List<TableLine> lines, Headings headings) {
    int width = row.cells().size();
    while (width > 1 && row.cells().get(width - 1).isBlank()) {
      width--;
    }
    List<Heading> named =
        row.cells().subList(0, width).stream()
            .map(text -> new Heading(text.strip(), headings.field(text)))
            .toList();
    return new Beginning(
        true, named, lines.stream().filter(line -> line instanceof Reject).toList());
  }

  private static int widest(List<TableLine> lines) {
    return rows(lines).stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }

  private static List<Row> rows(List<TableLine> lines) {
    return lines.stream().filter(Row.class::isInstance).map(Row.class::cast).toList();
  }

  /** Whether anything at all could be read as a row. */
  boolean empty() {
    return !headed && rows(behindHeading).isEmpty();
  }

  /** The first reject, when all were. */
  Optional<Reject> firstReject() {
    return behindHeading.stream()
        .filter(Reject.class::isInstance)
        .map(Reject.class::cast)
        .findFirst();
  }
}
