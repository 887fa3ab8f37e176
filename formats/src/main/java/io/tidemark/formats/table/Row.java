package io.tidemark.formats.table;

import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.function.Function;

/**
 * A good row: as many cells as the table has headings.
 *
 * @param line the line of the file (where the row begins) or row of the sheet, counted from 1
 * @param cells the texts; an absent cell is empty
 */
public record Row(long line, List<String> cells) implements TableLine {
  /** Copies the cells. */
  public Row {
    cells = List.copyOf(cells);
  }

  /** The cell of a column, counted from 0, hidden from logs. */
  public PersonalText text(int column) {
    return PersonalText.of(cells.get(column));
  }

  @Override
  public <T> T either(Function<Row, T> row, Function<Reject, T> reject) {
    return row.apply(this);
  }

  /** Never the cells. */
  @Override
  public String toString() {
    return "Row[line " + line + ", " + cells.size() + " cells]";
  }
}
