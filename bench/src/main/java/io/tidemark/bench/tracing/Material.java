package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.formats.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A leak as it is found.
 *
 * @param label which kind of leak it is among those of its question; empty where there is one
 * @param sources the parties whose copies it was made of; nobody for nobody
 * @param ending of the file's name
 * @param writing writes the file
 */
record Material(String label, List<String> sources, String ending, Writing writing) {
  /** Writes a leak. */
  interface Writing {
    void to(Path file) throws IOException;
  }

  /** A table as most find it. */
  static Material csv(LeakedTable leak, String... sources) {
    return shaped(leak, FileShape.UTF8, List.of(sources));
  }

  /** A table in a file of this shape. */
  static Material shaped(LeakedTable leak, FileShape shape, List<String> sources) {
    return new Material("", sources, ".csv", file -> shape.write(file, leak));
  }

  /** A table in a workbook. */
  static Material workbook(LeakedTable leak, List<String> sources) {
    return new Material("", sources, ".xlsx", file -> workbook(leak, file));
  }

  /** Lines of text. */
  static Material text(List<String> lines, List<String> sources) {
    return new Material("", sources, ".txt", file -> Files.write(file, lines));
  }

  /** The same of this kind. */
  Material as(String kind) {
    return new Material(kind, sources, ending, writing);
  }

  private static void workbook(LeakedTable leak, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        TableWriter writer = TableWriter.named(file, out)) {
      writer.write(leak.headings());
      for (List<String> row : leak.rows()) {
        writer.write(row);
      }
    }
  }
}
