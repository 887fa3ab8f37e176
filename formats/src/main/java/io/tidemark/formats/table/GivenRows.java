package io.tidemark.formats.table;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are all there. */
final class GivenRows implements RowSource {
  private final Iterator<Row> rows;

  GivenRows(List<Row> rows) {
    this.rows = rows.iterator();
  }

  @Override
  public @Nullable TableLine next() {
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.cells().stream().allMatch(String::isBlank)) {
        return row;
      }
    }
    return null;
  }

  @Override
  public void close() {}
}
