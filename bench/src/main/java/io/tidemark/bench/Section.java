package io.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A benchmark's section of {@code docs/benchmarks.md}, one for each seed: what stands between its
 * two markers.
 *
 * @param name the benchmark
 * @param seed any number
 */
public record Section(String name, long seed) {
  private static final String CELL = " | ";

  private static final String TITLE =
      """
      # Benchmarks

      基准测试：由 `./tidemark bench NAME` 在整轮运行后写入，勿手工修改。
      Written by `./tidemark bench NAME` when run whole; not edited by hand.
      """;

  /**
   * {@code docs/benchmarks.md} of the source tree that this program was built in, if it is in one.
   */
  public static Optional<Path> document(Path program) {
    for (Path folder = program.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("docs"))
          && Files.isRegularFile(folder.resolve("pom.xml"))) {
        return Optional.of(folder.resolve("docs").resolve("benchmarks.md"));
      }
    }
    return Optional.empty();
  }

  /** Puts {@code text} between the markers of the file, which is made when it is missing. */
  public void write(Path document, String text) throws IOException {
    replace(document, in(Files.exists(document) ? Files.readString(document) : TITLE, text));
  }

  /**
   * Puts lines that were asked again, or now, into the table that is there.
   *
   * @param rows of a Markdown table
   * @param of which code they are of, said at the end of each
   * @return whether there is a section of this seed
   */
  public boolean amend(Path document, List<String> rows, String of) throws IOException {
    String before = Files.exists(document) ? Files.readString(document) : "";
    if (!before.contains(begin())) {
      return false;
    }
    replace(document, amended(before, rows, of));
    return true;
  }

  private static void replace(Path document, String text) throws IOException {
    Path whole = Files.createTempFile(document.getParent(), "benchmarks", ".part");
    Files.writeString(whole, text);
    Files.move(whole, document, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The document with {@code text} as this section; other sections stay as they are. */
  String in(String document, String text) {
    String section = begin() + "\n" + text.strip() + "\n" + end();
    int from = document.indexOf(begin());
    int to = document.indexOf(end());
    if (from < 0 || to < from) {
      return document.stripTrailing() + "\n\n" + section + "\n";
    }
    return document.substring(0, from) + section + document.substring(to + end().length());
  }

  /** The document with these rows in place of those of the same first cell, or behind the last. */
  String amended(String document, List<String> rows, String of) {
    int from = document.indexOf(begin());
    int to = document.indexOf(end());
    List<String> lines = new ArrayList<>(document.substring(from, to).lines().toList());
    for (String row : rows) {
      String what = row.substring(0, row.indexOf(CELL, 1) + CELL.length());
      String told = row.substring(0, row.lastIndexOf(CELL.stripTrailing())) + ", " + of + " |";
      int place = place(lines, what);
      if (place < 0) {
        lines.add(1 + place(lines, "|"), told);
      } else {
        lines.set(place, told);
      }
    }
    return document.substring(0, from) + String.join("\n", lines) + "\n" + document.substring(to);
  }

  /** The last line that begins so, or -1. */
  private static int place(List<String> lines, String beginning) {
    int place = lines.size() - 1;
    while (place >= 0 && !lines.get(place).startsWith(beginning)) {
      place--;
    }
    return place;
  }

  private String begin() {
    return "<!-- bench:" + mark() + ":begin -->";
  }

  private String end() {
    return "<!-- bench:" + mark() + ":end -->";
  }

  private String mark() {
    return seed == 1 ? name : name + ":seed-" + seed;
  }
}
