package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that lies on its side, a field a line and a person a column, set upright. */
final class Sideways implements RowSource {
  private final Deque<Row> upright = new ArrayDeque<>();

  /** Takes the table's few lines; what cannot be read as one is left out. */
  Sideways(RowSource lines, int atMost) throws Unreadable {
    List<Row> fields = new ArrayList<>();
    TableLine line = lines.next();
    while (line != null && fields.size() < atMost) {
      if (line instanceof Row row) {
        fields.add(row);
      }
      line = lines.next();
    }
    int people = fields.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (int i = 0; i < people; i++) {
      int person = i;
      upright.add(new Row(i + 1L, fields.stream().map(row -> cell(row, person)).toList()));
    }
  }

  private static String cell(Row row, int column) {
    return column < row.cells().size() ? row.cells().get(column) : "";
  }

  @Override
  public @Nullable TableLine next() {
    return upright.pollFirst();
  }

  @Override
  public void close() {}
}
