package io.tidemark.app.files;

import io.tidemark.classify.ColumnGuess;
import io.tidemark.classify.ColumnRecognition;
import io.tidemark.classify.DateOrder;
import io.tidemark.classify.SampledColumn;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Headings;
import io.tidemark.formats.table.Row;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the columns of a leaked table hold: as the headings say where they are known, else by
 * content. A heading that calls a column of plates a name is not believed.
 *
 * @param fields the class of each column; empty where nothing tells
 * @param orders in which order each column's dates are written, where its own dates tell
 */
record LeakedColumns(List<Optional<FieldClass>> fields, List<Optional<DateOrder>> orders) {
  /** Copies the lists. */
  LeakedColumns {
    fields = List.copyOf(fields);
    orders = List.copyOf(orders);
  }

  /** The columns of a table with these headings, of which these are the first rows. */
  static LeakedColumns of(List<Heading> headings, List<Row> sample, LocalDate today) {
    List<List<PersonalText>> columns = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      int column = i;
      columns.add(sample.stream().map(row -> row.text(column)).toList());
    }
    ColumnRecognition recognition = ColumnRecognition.asOf(today);
    List<ColumnGuess> named = recognition.guess(sampled(headings, columns));
    List<ColumnGuess> nameless =
        recognition.guess(columns.stream().map(c -> new SampledColumn("", c)).toList());
    List<Optional<FieldClass>> fields = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      ColumnGuess guess = named.get(i);
      fields.add(
          contradiction(headings.get(i), nameless.get(i))
              .or(headings.get(i)::field)
              .or(() -> sure(guess)));
    }
    return new LeakedColumns(fields, columns.stream().map(DateOrder::of).toList());
  }

  private static List<SampledColumn> sampled(
      List<Heading> headings, List<List<PersonalText>> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> new SampledColumn(headings.get(i).text(), columns.get(i)))
        .toList();
  }

  private static Optional<FieldClass> contradiction(Heading heading, ColumnGuess content) {
    return heading.field().isEmpty() || content.confidence() < ColumnRecognition.BEYOND_DOUBT
        ? Optional.empty()
        : content.field().filter(ColumnRecognition.UNMISTAKABLE::contains);
  }

  private static Optional<FieldClass> sure(ColumnGuess guess) {
    return guess.sure() ? guess.field() : Optional.empty();
  }

  /** The columns as a row of headings in the middle of a table names them; empty for other rows. */
  static Optional<LeakedColumns> headings(Row row) {
    List<Optional<FieldClass>> fields =
        row.cells().stream().map(cell -> Headings.usual().field(cell)).toList();
    long known = fields.stream().filter(Optional::isPresent).count();
    long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
    return known >= 2 && 2 * known > filled
        ? Optional.of(
            new LeakedColumns(
                fields, fields.stream().map(field -> Optional.<DateOrder>empty()).toList()))
        : Optional.empty();
  }

  /** The recognised cells as they were found; the first column of a class goes before others. */
  Map<FieldClass, PersonalText> raw(Row row) {
    return cells(row, false);
  }

  /** The same with dates as their column means them. */
  Map<FieldClass, PersonalText> meant(Row row) {
    return cells(row, true);
  }

  private Map<FieldClass, PersonalText> cells(Row row, boolean dated) {
    Map<FieldClass, PersonalText> cells = new EnumMap<>(FieldClass.class);
    for (int column = 0; column < fields.size(); column++) {
      PersonalText text = row.text(column);
      Optional<DateOrder> order = dated ? orders.get(column) : Optional.empty();
      fields
          .get(column)
          .ifPresent(
              field -> cells.putIfAbsent(field, order.map(told -> told.iso(text)).orElse(text)));
    }
    return cells;
  }
}
