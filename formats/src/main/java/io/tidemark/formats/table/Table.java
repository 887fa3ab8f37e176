package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.text.TextEncoding;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An open table. Its rows are read once, in order, with {@link #next}. Each good row has exactly as
 * many cells as there are headings; cells that the file leaves out at the end of a spreadsheet's
 * row are empty. Not thread-safe.
 */
public final class Table implements Material, AutoCloseable {
  private final TableFormat format;
  private final Optional<TextEncoding> encoding;
  private final boolean headed;
  private final List<Heading> headings;
  private final int[] dates;
  private final List<Words> notes;
  private final String sheet;
  private final List<Row> above;
  private final Deque<Pending> first;
  private final RowSource source;
  private final Sheets sheets;
  private PersonalText misfit = PersonalText.of("");
  private Consumer<Row> aside = row -> {};

  /** What follows in the same file. */
  interface Sheets {
    /** The next one with any text, for which the present one is given up. */
    Optional<Table> next() throws Unreadable;
  }

  Table(
      TableFormat format,
      Optional<TextEncoding> encoding,
      Beginning beginning,
      List<Words> notes,
      String sheet,
      RowSource source,
      Sheets sheets) {
    this.format = format;
    this.encoding = encoding;
    this.headed = beginning.headed();
    this.headings = beginning.headings();
    this.dates =
        IntStream.range(0, headings.size())
            .filter(i -> headings.get(i).field().filter(SerialDate::isDate).isPresent())
            .toArray();
    this.notes = List.copyOf(notes);
    this.sheet = sheet;
    this.above = beginning.above();
    this.first = new ArrayDeque<>(beginning.behindHeading());
    this.source = source;
    this.sheets = sheets;
  }

  /** What the file is made of. */
  public TableFormat format() {
    return format;
  }

  /** How its characters are written; empty for a workbook. */
  public Optional<TextEncoding> encoding() {
    return encoding;
  }

  /** False when no cell at its beginning is a known heading: then its first line is data. */
  public boolean headed() {
    return headed;
  }

  /** One for each column; all unnamed when the table is not {@link #headed}. */
  public List<Heading> headings() {
    return headings;
  }

  /** The first column of this field, counted from 0. */
  public OptionalInt column(FieldClass field) {
    for (int i = 0; i < headings.size(); i++) {
      if (headings.get(i).field().equals(Optional.of(field))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** What a person should know about how the file was read, such as sheets left aside. */
  public List<Words> notes() {
    return notes;
  }

  /** What people call its sheet; empty for all that is no workbook. */
  public String sheet() {
    return sheet;
  }

  /**
   * Tells of the rows that are none of the table: titles above the heading at once, and those that
   * {@link #next} passes over when it does.
   */
  public void aside(Consumer<Row> told) {
    aside = told;
    above.forEach(told);
  }

  /**
   * The next row or reject; empty behind the last. Blank lines, totals and repeated headings are
   * passed over.
   *
   * @throws Unreadable when the file cannot be read any further
   */
  public Optional<TableLine> next() throws Unreadable {
    TableLine line = take();
    while (line instanceof Row row && dressing(row)) {
      aside.accept(row);
      line = take();
    }
    return Optional.ofNullable(line).map(l -> l.either(this::fitted, r -> r));
  }

  /**
   * The text of the reject that {@link #next} gave last, where only its cells or quotes are at
   * fault; else empty. Whoever looks for people in it must not rely on columns.
   */
  public PersonalText misfit() {
    return misfit;
  }

  /**
   * The next sheet of the workbook that has any text, as a table; this one is given up and needs no
   * closing then. Empty behind the last, and for all that is no workbook.
   */
  public Optional<Table> nextSheet() throws Unreadable {
    return sheets.next();
  }

  private @Nullable TableLine take() throws Unreadable {
    Pending next = first.isEmpty() ? Pending.next(source) : first.removeFirst();
    misfit = PersonalText.of(next == null ? "" : next.rejected());
    return next == null ? null : next.line();
  }

  private boolean dressing(Row row) {
    return Dressing.isTotal(row)
        || Dressing.isRule(row)
        || (headed && Dressing.repeats(row, headings));
  }

  private TableLine fitted(Row row) {
    int width = headings.size();
    int found = row.cells().size();
    if (found == width) {
      return dated(row);
    }
    if (found > width) {
      boolean onlyEmpty = row.cells().subList(width, found).stream().allMatch(String::isBlank);
      return onlyEmpty
          ? dated(new Row(row.line(), row.cells().subList(0, width)))
          : misfit(row, Reject.tooManyCells(row.line(), width, found));
    }
    if (format == TableFormat.CSV) {
      return misfit(row, Reject.cutShort(row.line(), width, found));
    }
    List<String> padded = new ArrayList<>(row.cells());
    padded.addAll(Collections.nCopies(width - found, ""));
    return dated(new Row(row.line(), padded));
  }

  private Reject misfit(Row row, Reject reject) {
    misfit = PersonalText.of(String.join(",", row.cells()));
    return reject;
  }

  /** A workbook's date whose cell lost its date format is a bare serial number. */
  private Row dated(Row row) {
    if (format == TableFormat.CSV) {
      return row;
    }
    @Nullable List<String> cells = null;
    for (int i : dates) {
      Optional<String> date = SerialDate.unformatted(row.cells().get(i));
      if (date.isPresent()) {
        cells = cells == null ? new ArrayList<>(row.cells()) : cells;
        cells.set(i, date.get());
      }
    }
    return cells == null ? row : new Row(row.line(), cells);
  }

  @Override
  public <T> T either(Function<Table, T> table, Function<Loose, T> loose) {
    return table.apply(this);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
