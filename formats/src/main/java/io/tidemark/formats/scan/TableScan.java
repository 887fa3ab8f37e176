package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.Span;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.LinesAhead.Line;
import io.tidemark.formats.table.Reject;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds in the sheets of one table file. The first rows say what the columns hold; each row is one
 * record. Not thread-safe.
 */
final class TableScan {
  private static final int SAMPLE = 200;

  private final String path;
  private final Ground ground;
  private final Telling telling;
  private long unread;
  private Optional<Reject> firstUnread = Optional.empty();

  TableScan(String path, Ground ground, Telling telling) {
    this.path = path;
    this.ground = ground;
    this.telling = telling;
  }

  /** Reads all sheets; closes the last of them. */
  void read(Table first) throws IOException, Unreadable {
    Table table = first;
    try (Sheets open = new Sheets(table)) {
      while (true) {
        sheet(open.table);
        Optional<Table> next = open.table.nextSheet();
        if (next.isEmpty()) {
          break;
        }
        open.table = next.get();
      }
    } finally {
      tellUnread();
    }
  }

  /** The sheet that has to be closed at last. */
  private static final class Sheets implements AutoCloseable {
    private Table table;

    Sheets(Table table) {
      this.table = table;
    }

    @Override
    public void close() throws IOException {
      table.close();
    }
  }

  private void sheet(Table table) throws IOException, Unreadable {
    try (LinesAhead ahead = new LinesAhead(table)) {
      List<Line> lines = ahead.first(SAMPLE);
      List<Row> sample = new ArrayList<>();
      for (Line line : lines) {
        if (line.line() instanceof Row row && !line.aside()) {
          sample.add(row);
        }
      }
      Columns columns = Columns.of(table.headings(), sample, ground);
      while (lines != null) {
        tell(table, columns, lines);
        lines = ahead.next();
      }
    }
  }

  /** Rows that follow each other are searched together, in the order of the sheet. */
  private void tell(Table table, Columns columns, List<Line> lines) throws IOException {
    List<Row> rows = new ArrayList<>(lines.size());
    for (Line line : lines) {
      if (line.line() instanceof Row row && !line.aside()) {
        rows.add(row);
      } else {
        tellRows(table, columns, rows);
        rows.clear();
        tellOther(table, line);
      }
    }
    tellRows(table, columns, rows);
  }

  private void tellRows(Table table, Columns columns, List<Row> rows) throws IOException {
    for (InRow in : columns.in(rows)) {
      telling.inRecord(
          path,
          in.findings(),
          at -> {
            Span span = in.findings().get(at).span();
            int column = in.column(at);
            return new Place.InCell(
                table.sheet(),
                in.line(),
                column + 1,
                columns.names().get(column),
                span.start(),
                span.end());
          });
    }
  }

  private void tellOther(Table table, Line line) throws IOException {
    if (line.line() instanceof Row row) {
      whole(table, row.line(), PersonalText.of(String.join(" ", row.cells())));
    } else if (!line.misfit().isEmpty()) {
      whole(table, line.line().line(), line.misfit());
    } else {
      unread++;
      firstUnread = firstUnread.or(() -> Optional.of((Reject) line.line()));
    }
  }

  /** A line of which nobody knows which cell is which. */
  private void whole(Table table, long number, PersonalText text) throws IOException {
    List<Finding> findings = ground.in(text.reveal(Reveal.CLASSIFY));
    telling.inText(
        path,
        findings,
        at -> {
          Span span = findings.get(at).span();
          return new Place.InCell(table.sheet(), number, 0, "", span.start(), span.end());
        });
  }

  private void tellUnread() throws IOException {
    if (firstUnread.isPresent()) {
      Reject first = firstUnread.get();
      telling
          .account()
          .skipped(
              new Skipped(
                  path,
                  new Words(
                      unread + " 行无法读取，第一处在 " + first.line() + " 行：" + first.reason().zh(),
                      unread
                          + " lines cannot be read, the first is line "
                          + first.line()
                          + ": "
                          + first.reason().en())));
    }
  }
}
