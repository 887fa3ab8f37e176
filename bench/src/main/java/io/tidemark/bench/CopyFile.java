package io.tidemark.bench;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A released copy as its recipient opens it. */
public final class CopyFile {
  private CopyFile() {}

  /** All its rows. */
  public static LeakedTable read(Path copy) throws Unreadable, IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Table table = Tables.table(copy)) {
      for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
        if (line.get() instanceof Row row) {
          rows.add(row.cells());
        }
      }
      return new LeakedTable(table.headings().stream().map(Heading::text).toList(), rows);
    }
  }
}
