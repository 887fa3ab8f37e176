package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.Span;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Reject;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** A line of the table, with the text of one that does not fit. */
  private record Line(TableLine line, PersonalText misfit) {}

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
    List<Row> asides = new ArrayList<>();
    table.aside(asides::add);
    List<Line> sample = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    Line line = next(table);
    while (line != null) {
      sample.add(line);
      if (line.line() instanceof Row row) {
        rows.add(row);
      }
      line = rows.size() < SAMPLE && sample.size() < 2 * SAMPLE ? next(table) : null;
    }
    Columns columns = Columns.of(table.headings(), rows, ground);
    for (Line one : sample) {
      tell(table, columns, one);
    }
    for (line = next(table); line != null; line = next(table)) {
      tell(table, columns, line);
      tellAside(table, asides);
    }
    tellAside(table, asides);
  }

  private static @Nullable Line next(Table table) throws Unreadable {
    return table.next().map(line -> new Line(line, table.misfit())).orElse(null);
  }

  private void tell(Table table, Columns columns, Line line) throws IOException {
    if (line.line() instanceof Row row) {
      tell(table, columns, row);
    } else if (!line.misfit().isEmpty()) {
      whole(table, line.line().line(), line.misfit());
    } else {
      unread++;
      firstUnread = firstUnread.or(() -> Optional.of((Reject) line.line()));
    }
  }

  private void tell(Table table, Columns columns, Row row) throws IOException {
    List<Heading> headings = table.headings();
    columns.tell(
        telling,
        path,
        row,
        (column, finding) ->
            new Place.InCell(
                table.sheet(),
                row.line(),
                column + 1,
                headings.get(column).shown(),
                finding.span().start(),
                finding.span().end()));
  }

  private void tellAside(Table table, List<Row> asides) throws IOException {
    for (Row row : asides) {
      whole(table, row.line(), PersonalText.of(String.join(" ", row.cells())));
    }
    asides.clear();
  }

  /** A line of which nobody knows which cell is which. */
  private void whole(Table table, long number, PersonalText text) throws IOException {
    List<Finding> findings = ground.in(text.reveal(Reveal.CLASSIFY));
    telling.together(
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
