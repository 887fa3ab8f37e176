package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.QuoteScan.After;
import io.tidemark.formats.text.PhysicalLine;
import io.tidemark.formats.text.PhysicalLines;
import io.tidemark.formats.text.TextEncoding;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a delimited text.
 *
 * <p>A quote that is left open must not swallow the rest of the file. A quoted cell goes on over
 * further lines only while it stays within the limits and ends as quoting demands; else the line
 * that opened it is rejected and reading goes on with the line behind it. Lines given back are
 * bounded, and so is the work spent on joins that failed.
 */
final class CsvRows implements RowSource {
  private static final int LINES_AT_MOST = 1000;
  private static final long FAILED_JOINS_AT_MOST = 64L << 20;

  private final Path file;
  private final TextEncoding encoding;
  private final Delimiter delimiter;
  private final Limits limits;
  private final PhysicalLines lines;
  private final Cells cells;
  private final Deque<PhysicalLine> givenBack = new ArrayDeque<>();
  private long charactersJoinedInVain;
  private String rejected = "";

  CsvRows(Path file, TextEncoding encoding, Delimiter delimiter, Limits limits) throws IOException {
    this.file = file;
    this.encoding = encoding;
    this.delimiter = delimiter;
    this.limits = limits;
    this.cells = new Cells(delimiter.character());
    this.lines = PhysicalLines.open(file, encoding, limits.lineBytes());
  }

  @Override
  public @Nullable TableLine next() throws Unreadable {
    rejected = "";
    PhysicalLine line = take();
    while (line != null && blank(line)) {
      line = take();
    }
    return line == null ? null : read(line);
  }

  @Override
  public String rejected() {
    return rejected;
  }

  private boolean blank(PhysicalLine line) {
    return line.sound() && (delimiter.cells() == 1 ? line.text().isEmpty() : line.text().isBlank());
  }

  private TableLine read(PhysicalLine line) throws Unreadable {
    if (!line.sound()) {
      return flaw(line);
    }
    return line.text().indexOf('"') < 0
        ? row(line.number(), line.text())
        : quoted(line, new QuoteScan(delimiter.character()));
  }

  private TableLine quoted(PhysicalLine first, QuoteScan scan) throws Unreadable {
    List<PhysicalLine> joined = new ArrayList<>(List.of(first));
    StringBuilder record = new StringBuilder(first.text());
    PhysicalLine last = first;
    After after = scan.line(last.text());
    while (after == After.OPEN && mayGoOn(joined.size(), record.length())) {
      PhysicalLine line = take();
      if (line == null) {
        break;
      }
      joined.add(line);
      record.append(last.end()).append(line.text());
      if (!line.sound()) {
        break;
      }
      last = line;
      after = scan.line(last.text());
    }
    if (joined.size() == 1 && after == After.BROKEN) {
      rejected = first.text();
      return Reject.textAfterQuote(first.number(), scan.quotedCell());
    }
    boolean closed = after == After.COMPLETE && last.equals(joined.get(joined.size() - 1));
    return closed && !rowsOfTheirOwn(joined)
        ? row(first.number(), record.toString())
        : giveBack(joined, record.length(), scan.quotedCell());
  }

  private boolean mayGoOn(int lineCount, int characters) {
    return lineCount < LINES_AT_MOST
        && characters < limits.lineBytes()
        && charactersJoinedInVain < FAILED_JOINS_AT_MOST;
  }

  /**
   * Three or more lines that are each a full row of four or more cells: two stray quotes in one
   * column rather than one cell that holds rows.
   */
  private boolean rowsOfTheirOwn(List<PhysicalLine> joined) {
    return joined.size() >= 3
        && delimiter.cells() >= 4
        && joined.stream().allMatch(l -> delimiter.count(l.text()) == delimiter.cells() - 1);
  }

  private TableLine giveBack(List<PhysicalLine> joined, int characters, int column) {
    charactersJoinedInVain += characters;
    for (int i = joined.size() - 1; i > 0; i--) {
      givenBack.addFirst(joined.get(i));
    }
    rejected = joined.get(0).text();
    return Reject.openQuote(joined.get(0).number(), column);
  }

  private TableLine row(long number, String record) {
    List<String> found = cells.of(record).orElse(List.of());
    if (found.isEmpty()) {
      return Reject.textAfterQuote(number, 0);
    }
    List<String> bare = new ArrayList<>(found.size());
    for (String cell : found) {
      if (cell.length() > limits.cellCharacters()) {
        return Reject.cellTooLong(number, bare.size() + 1, limits.cellCharacters());
      }
      bare.add(FormulaGuard.bare(cell));
    }
    return new Row(number, bare);
  }

  private Reject flaw(PhysicalLine line) {
    int column = delimiter.count(line.text().substring(0, line.flawAt())) + 1;
    return switch (line.flaw()) {
      case NUL -> Reject.nul(line.number(), column);
      case UNDECODABLE -> Reject.undecodable(line.number(), column, encoding.charset().name());
      case TOO_LONG, NONE -> Reject.lineTooLong(line.number(), limits.lineBytes());
    };
  }

  private @Nullable PhysicalLine take() throws Unreadable {
    PhysicalLine again = givenBack.pollFirst();
    if (again != null) {
      return again;
    }
    try {
      return lines.next();
    } catch (IOException e) {
      throw Unreadable.file(file, new Words("读取时出错", "an error while reading"));
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
