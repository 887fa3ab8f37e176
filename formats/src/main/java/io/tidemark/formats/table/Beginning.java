package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The headings, and the lines that were read to find them.
 *
 * @param above rows above the heading, which are none of the table
 */
record Beginning(
    boolean headed, List<Heading> headings, List<Pending> behindHeading, List<Row> above) {
  private static final int SAMPLE = 100;

  /**
   * Reads as far as the heading, which may stand below titles, groups and rejects and take two
   * rows; without one, a sample whose widest row says how many columns there are.
   *
   * @param cells how many cells a row usually has; 0 to take the sample's widest
   */
  static Beginning read(RowSource source, Headings known, int cells) throws Unreadable {
    List<Pending> lines = new ArrayList<>();
    List<HeadingRow> above = new ArrayList<>();
    Pending line = Pending.next(source);
    while (line != null) {
      if (line.line() instanceof Row row) {
        HeadingRow heading = HeadingRow.of(row, known);
        if (heading.headsBelow(above)) {
          List<Row> titles = rows(lines);
          lines.removeIf(Pending::isRow);
          return headed(heading, lines, titles, source, known);
        }
        above.add(heading);
      }
      lines.add(line);
      line = lines.size() < SAMPLE ? Pending.next(source) : null;
    }
    int width = cells > 0 ? cells : widest(lines);
    return new Beginning(false, Collections.nCopies(width, Heading.UNNAMED), lines, List.of());
  }

  private static Beginning headed(
      HeadingRow heading, List<Pending> rejects, List<Row> titles, RowSource source, Headings known)
      throws Unreadable {
    Pending next = Pending.next(source);
    Optional<HeadingRow> both =
        next != null && next.line() instanceof Row row
            ? heading.with(HeadingRow.of(row, known))
            : Optional.empty();
    List<Pending> behind = new ArrayList<>(rejects);
    if (next != null && both.isEmpty()) {
      behind.add(next);
    }
    return new Beginning(true, both.orElse(heading).cells(), behind, titles);
  }

  private static int widest(List<Pending> lines) {
    return rows(lines).stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }

  private static List<Row> rows(List<Pending> lines) {
    return lines.stream()
        .map(Pending::line)
        .filter(Row.class::isInstance)
        .map(Row.class::cast)
        .toList();
  }

  /** Whether anything at all could be read as a row. */
  boolean empty() {
    return !headed && rows(behindHeading).isEmpty();
  }

  /** The first reject, when all were. */
  Optional<Reject> firstReject() {
    return behindHeading.stream()
        .map(Pending::line)
        .filter(Reject.class::isInstance)
        .map(Reject.class::cast)
        .findFirst();
  }
}
