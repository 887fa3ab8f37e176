package io.tidemark.formats.scan;

import io.tidemark.formats.scan.LinesAhead.Line;
import io.tidemark.formats.table.Reject;
import io.tidemark.formats.table.Row;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches lines of one sheet. Thread-safe.
 *
 * @param columns what its columns hold
 * @param ground what the scan goes by
 */
record SheetSearch(Columns columns, Ground ground) {
  /**
   * What stands in some lines, in their order; rows that follow each other are searched together.
   */
  List<FoundLine> in(List<Line> lines) {
    List<FoundLine> found = new ArrayList<>(lines.size());
    List<Row> rows = new ArrayList<>(lines.size());
    for (Line line : lines) {
      if (line.line() instanceof Row row && !line.aside()) {
        rows.add(row);
      } else {
        rows(rows, found);
        rows.clear();
        found.add(other(line));
      }
    }
    rows(rows, found);
    return found;
  }

  private void rows(List<Row> rows, List<FoundLine> found) {
    for (InRow in : columns.in(rows)) {
      found.add(new FoundLine.InCells(in));
    }
  }

  private FoundLine other(Line line) {
    if (line.line() instanceof Row row) {
      return whole(row.line(), PersonalText.of(String.join(" ", row.cells())));
    }
    return line.misfit().isEmpty()
        ? new FoundLine.Unread((Reject) line.line())
        : whole(line.line().line(), line.misfit());
  }

  private FoundLine whole(long number, PersonalText text) {
    return new FoundLine.Whole(number, ground.in(text.reveal(Reveal.CLASSIFY)));
  }
}
