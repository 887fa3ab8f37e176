package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.find.Span;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.pile.Patience;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.LinesAhead.Line;
import io.tidemark.formats.table.Reject;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
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
  private final Patience patience;
  private final Patience.Running time;
  private long unread;
  private Optional<Reject> firstUnread = Optional.empty();

  TableScan(String path, Ground ground, Telling telling, Patience patience) {
    this.patience = patience;
    this.time = patience.begin();
    this.path = path;
    this.ground = ground;
    this.telling = telling;
  }

  /** Reads all sheets; closes the last of them. */
  void read(Table first) throws IOException, Unreadable {
    Table table = first;
    try (Sheets open = new Sheets(table)) {
      while (true) {
        if (!sheet(open.table)) {
          telling.account().skipped(new Skipped(path, patience.words()));
          break;
        }
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

  /** Whether there was time to read all of it. */
  private boolean sheet(Table table) throws IOException, Unreadable {
    try (LinesAhead<List<FoundLine>> ahead = new LinesAhead<>(table)) {
      List<Line> lines = ahead.first(SAMPLE);
      List<Row> sample = new ArrayList<>();
      for (Line line : lines) {
        if (line.line() instanceof Row row && !line.aside()) {
          sample.add(row);
        }
      }
      SheetSearch search = new SheetSearch(Columns.of(table.headings(), sample, ground), ground);
      List<FoundLine> found = search.in(lines);
      while (found != null) {
        if (time.over()) {
          return false;
        }
        for (FoundLine line : found) {
          tell(table.sheet(), search.columns(), line);
        }
        found = ahead.next(search::in);
      }
      return true;
    }
  }

  private void tell(String sheet, Columns columns, FoundLine line) throws IOException {
    if (line instanceof FoundLine.InCells cells) {
      InRow in = cells.row();
      telling.row(
          path,
          in,
          columns.roles(),
          at -> {
            Span span = in.findings().get(at).span();
            int column = in.column(at);
            return new Place.InCell(
                sheet,
                in.line(),
                column + 1,
                columns.names().get(column),
                span.start(),
                span.end());
          });
    } else if (line instanceof FoundLine.Whole whole) {
      List<Finding> findings = whole.findings();
      telling.inText(
          any -> path,
          findings,
          at -> {
            Span span = findings.get(at).span();
            return new Place.InCell(sheet, whole.line(), 0, "", span.start(), span.end());
          });
    } else if (line instanceof FoundLine.Unread left) {
      unread++;
      firstUnread = firstUnread.or(() -> Optional.of(left.reject()));
    }
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
