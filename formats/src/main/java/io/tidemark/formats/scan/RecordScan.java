package io.tidemark.formats.scan;

import io.tidemark.find.Span;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Row;
import java.io.IOException;
import java.util.List;

/** Finds in the tables of a database, whose rows somebody else reads. Not thread-safe. */
public final class RecordScan {
  private final Ground ground;
  private final Telling telling;

  /**
   * @param account is told of everything
   */
  public RecordScan(Ground ground, Account account) {
    this.ground = ground;
    this.telling = new Telling(ground, account);
  }

  /**
   * Begins a table.
   *
   * @param path how sightings name the database
   * @param name the table with its schema
   * @param columns the names of its columns
   * @param sample some of its rows, by which the columns are told
   */
  public Records begin(String path, String name, List<String> columns, List<Row> sample) {
    List<Heading> headings =
        columns.stream()
            .map(column -> new Heading(column, ground.headings().headings().kind(column)))
            .toList();
    return new Records(path, name, Columns.of(headings, sample, ground));
  }

  /** One table. */
  public final class Records {
    private final String path;
    private final String name;
    private final Columns columns;

    private Records(String path, String name, Columns columns) {
      this.path = path;
      this.name = name;
      this.columns = columns;
    }

    /** What its columns hold. */
    public GradedTable graded() {
      return columns.graded();
    }

    /** Tells of what stands in a row; its line counts the rows. */
    public void row(Row row) throws IOException {
      InRow in = columns.in(List.of(row)).get(0);
      telling.inRecord(
          path,
          in.findings(),
          at -> {
            Span span = in.findings().get(at).span();
            return new Place.InColumn(
                name, columns.names().get(in.column(at)), in.line(), span.start(), span.end());
          });
    }
  }
}
