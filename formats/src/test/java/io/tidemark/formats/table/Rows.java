package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a whole small table for a test. */
record Rows(List<List<String>> good, List<Reject> rejects) {
  static Rows of(Path file) throws Unreadable, IOException {
    try (Table table = Tables.table(file)) {
      return of(table);
    }
  }

  static Rows of(Table table) throws Unreadable {
    Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
    Optional<TableLine> line = table.next();
    while (line.isPresent()) {
      line.get().either(row -> rows.good.add(row.cells()), rows.rejects::add);
      line = table.next();
    }
    return rows;
  }

  static Path file(Path folder, String name, String text) throws IOException {
    return file(folder, name, text, StandardCharsets.UTF_8);
  }

  static Path file(Path folder, String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }
}
