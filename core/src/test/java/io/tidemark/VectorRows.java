package io.tidemark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Rows of a file below {@code vectors}, cell by cell; lines that begin with # say what they are.
 */
public final class VectorRows {
  private VectorRows() {}

  /** The rows of the file with this name below that folder. */
  public static List<String[]> of(String folder, String file) throws IOException {
    Path path =
        Path.of(System.getProperty("project.root", ".."), "vectors").resolve(folder).resolve(file);
    return Files.readAllLines(path).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
