package io.tidemark.app.files;

import io.tidemark.classify.LabelledValue;
import io.tidemark.classify.Labels;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.text.LooseLine;
import io.tidemark.formats.text.Piece;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Locator;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * People of a leaked table, sheet after sheet. A line whose cells do not fit, or that has no
 * readable number in its columns, is read as loose text: people put two phones or a whole customer
 * into one cell, and lose quotes. One thread uses it.
 */
final class LeakedTableRows implements LeakedFile.Source {
  private static final int SAMPLE = 200;
  private static final PersonalText NOTHING = PersonalText.of("");

  /** A line read ahead: a row, or the text of one that does not fit. */
  private record Line(@Nullable Row row, PersonalText misfit) {}

  private final Labels labels;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private Table table;
  private LeakedColumns columns;
  private long rejected;

  LeakedTableRows(Table first, Labels labels) throws Unreadable {
    this.table = first;
    this.labels = labels;
    this.columns = sampled();
  }

  @Override
  public long rejected() {
    return rejected;
  }

  @Override
  public LeakedFile.@Nullable Found read() throws Unreadable {
    Line line = next();
    while (line != null) {
      Optional<LeakedFile.Found> found = found(line);
      if (found.isPresent()) {
        return found.get();
      }
      line = next();
    }
    return null;
  }

  private LeakedColumns sampled() throws Unreadable {
    List<Row> rows = new ArrayList<>();
    Line line = line();
    while (line != null) {
      ahead.add(line);
      if (line.row() != null) {
        rows.add(line.row());
      }
      line = rows.size() < SAMPLE && ahead.size() < 2 * SAMPLE ? line() : null;
    }
    return LeakedColumns.of(table.headings(), rows, labels.today());
  }

  private @Nullable Line next() throws Unreadable {
    Line line = ahead.isEmpty() ? line() : ahead.remove();
    while (line == null) {
      Optional<Table> sheet = table.nextSheet();
      if (sheet.isEmpty()) {
        return null;
      }
      table = sheet.get();
      columns = sampled();
      line = ahead.poll();
    }
    return line;
  }

  private @Nullable Line line() throws Unreadable {
    Optional<TableLine> line = table.next();
    return line.map(
            l -> l.either(row -> new Line(row, NOTHING), reject -> new Line(null, table.misfit())))
        .orElse(null);
  }

  /** Empty for a heading in the middle of the table, and for a line that tells nobody. */
  private Optional<LeakedFile.Found> found(Line line) {
    Row row = line.row();
    if (row == null) {
      Optional<LeakedFile.Found> found = loose(Map.of(), Map.of(), line.misfit());
      rejected += found.isEmpty() ? 1 : 0;
      return found;
    }
    Optional<LeakedColumns> heading = LeakedColumns.headings(row);
    if (heading.isPresent()) {
      columns = heading.get();
      return Optional.empty();
    }
    Map<FieldClass, PersonalText> raw = columns.raw(row);
    Map<FieldClass, PersonalText> meant = columns.meant(row);
    meant.replaceAll(this::firstOfSeveral);
    LeakedFile.Found found = new LeakedFile.Found(raw, meant, NOTHING);
    boolean numbered =
        meant.entrySet().stream().anyMatch(cell -> finds(cell.getKey(), cell.getValue()));
    return numbered
        ? Optional.of(found)
        : loose(raw, meant, whole(row)).or(() -> Optional.of(found).filter(f -> !raw.isEmpty()));
  }

  /** The first number of a cell that holds more than one number: 138…/139…. */
  private PersonalText firstOfSeveral(FieldClass field, PersonalText text) {
    return !identifies(field) || text.isEmpty() || finds(field, text)
        ? text
        : LooseLine.of(text).pieces().stream()
            .filter(piece -> piece.kind() == field)
            .map(Piece::value)
            .findFirst()
            .orElse(text);
  }

  private Optional<LeakedFile.Found> loose(
      Map<FieldClass, PersonalText> raw, Map<FieldClass, PersonalText> meant, PersonalText whole) {
    Map<FieldClass, PersonalText> cells = new EnumMap<>(FieldClass.class);
    for (Piece piece : LooseLine.of(whole).pieces()) {
      if (piece.sureness() != Piece.Sureness.BEGINNING) {
        cells.putIfAbsent(piece.kind(), piece.value());
      }
    }
    if (cells.keySet().stream().noneMatch(LeakedTableRows::identifies)) {
      return Optional.empty();
    }
    meant.forEach(
        (field, text) ->
            cells.merge(field, text, (piece, cell) -> identifies(field) ? piece : cell));
    Map<FieldClass, PersonalText> found = new EnumMap<>(cells);
    found.putAll(raw);
    return Optional.of(new LeakedFile.Found(found, cells, whole));
  }

  private boolean finds(FieldClass field, PersonalText text) {
    if (!identifies(field) || text.isEmpty()) {
      return false;
    }
    LabelledValue value = labels.label(field, text.reveal(Reveal.TRACE));
    return value.suspicion().isEmpty() && !value.canonical().isEmpty();
  }

  private static boolean identifies(FieldClass field) {
    return Locator.all().stream().anyMatch(kind -> kind != Locator.NAME && kind.field() == field);
  }

  private static PersonalText whole(Row row) {
    return PersonalText.of(
        row.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" ")));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
