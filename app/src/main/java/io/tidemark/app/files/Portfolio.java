package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.authorise.Policy;
import io.tidemark.classify.DateOrder;
import io.tidemark.custody.Submission;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.grading.TableSample;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Limits;
import io.tidemark.formats.table.Reject;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A portfolio file as a submission's rows, streaming. To be closed; one thread uses it. */
public final class Portfolio implements AutoCloseable, Iterator<Submission.Row> {
  /** Without one of these a row cannot be told from another. */
  private static final Set<FieldClass> KEYS =
      Set.of(
          FieldClass.POLICY_NUMBER,
          FieldClass.VIN,
          FieldClass.PLATE,
          FieldClass.MOBILE,
          FieldClass.IDENTITY_NUMBER);

  private static final Set<FieldClass> DATES =
      Set.of(FieldClass.FIRST_REGISTRATION, FieldClass.INCEPTION, FieldClass.EXPIRY);

  private final Table table;
  private final Consumer<Reject> rejects;
  private final Deque<TableLine> ahead = new ArrayDeque<>();
  private final List<Optional<DateOrder>> orders;
  private final GradedTable graded;
  private Submission.@Nullable Row next;
  private boolean ended;

  private Portfolio(Table table, KnownHeadings known, Policy policy, Consumer<Reject> rejects)
      throws Unreadable {
    this.table = table;
    this.rejects = rejects;
    List<Row> rows = sample();
    this.orders = orders(rows);
    this.graded = GradedTable.of(table.headings(), rows, known, policy, LocalDate.now());
  }

  private List<Row> sample() throws Unreadable {
    Optional<TableLine> line = table.next();
    while (line.isPresent()) {
      ahead.add(line.get());
      line = ahead.size() < TableSample.MOST ? table.next() : Optional.empty();
    }
    return ahead.stream().filter(Row.class::isInstance).map(Row.class::cast).toList();
  }

  /** In which order each date column is written, as far as its first rows tell. */
  private List<Optional<DateOrder>> orders(List<Row> rows) {
    List<Optional<DateOrder>> orders = new ArrayList<>();
    for (int i = 0; i < table.headings().size(); i++) {
      int column = i;
      boolean dates = table.headings().get(i).field().filter(DATES::contains).isPresent();
      orders.add(
          dates
              ? DateOrder.of(rows.stream().map(row -> row.text(column)).toList())
              : Optional.empty());
    }
    return orders;
  }

  /** Opens the file; rows that cannot be read go to {@code rejects}. */
  public static Portfolio open(
      Path file, KnownHeadings known, Policy policy, Consumer<Reject> rejects) throws Unreadable {
    Table table = new Tables(known.headings(), Limits.USUAL).readTable(file);
    boolean keyed =
        table.headings().stream()
            .anyMatch(heading -> heading.field().filter(KEYS::contains).isPresent());
    if (!keyed) {
      throw Stop.unreadable(
          new Words(
              file + " 第 1 行：表头里没有保单号、车架号、车牌号、手机号或证件号码；可用 --headings 对应表头",
              file
                  + " line 1: no heading is a policy number, VIN, plate, mobile or identity number; map them with --headings"));
    }
    return new Portfolio(table, known, policy, rejects);
  }

  /**
   * What a person should know about the file: headings that were not recognised, sheets left aside.
   */
  public List<Words> notes() {
    List<Words> notes = new ArrayList<>(table.notes());
    List<String> unknown =
        table.headings().stream().filter(h -> h.kind().isEmpty()).map(Heading::shown).toList();
    if (!unknown.isEmpty()) {
      notes.add(
          new Words(
              "未识别、已略过的列：" + unknown,
              "columns that were not recognised and are left out: " + unknown));
    }
    List<String> others =
        table.headings().stream()
            .filter(h -> h.kind().isPresent() && h.field().isEmpty())
            .map(Heading::shown)
            .toList();
    if (!others.isEmpty()) {
      notes.add(
          new Words(
              "不保管、已略过的列：" + others, "columns that are not kept and are left out: " + others));
    }
    return notes;
  }

  /** Its columns with class and grade, as far as its first rows tell. */
  public GradedTable graded() {
    return graded;
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      try {
        Optional<TableLine> line = ahead.isEmpty() ? table.next() : Optional.of(ahead.remove());
        ended = line.isEmpty();
        line.ifPresent(this::take);
      } catch (Unreadable e) {
        throw Stop.unreadable(Reasons.of(e));
      }
    }
    return next != null;
  }

  private void take(TableLine line) {
    if (line instanceof Reject reject) {
      rejects.accept(reject);
    } else {
      next = row((Row) line);
    }
  }

  private Submission.Row row(Row row) {
    Map<FieldClass, PersonalText> cells = new EnumMap<>(FieldClass.class);
    for (int column = 0; column < row.cells().size(); column++) {
      PersonalText cell = row.text(column);
      PersonalText text = orders.get(column).map(order -> order.iso(cell)).orElse(cell);
      table.headings().get(column).field().ifPresent(field -> cells.putIfAbsent(field, text));
    }
    return new Submission.Row(row.line(), cells);
  }

  @Override
  public Submission.Row next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Submission.Row row = next;
    next = null;
    return row;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
