package io.tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A benchmark's section of {@code docs/benchmarks.md}, one for each seed: what stands between its
 * two markers.
 *
 * @param name the benchmark
 * @param seed any number
 */
public record Section(String name, long seed) {
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
    String before = Files.exists(document) ? Files.readString(document) : TITLE;
    Path whole = Files.createTempFile(document.getParent(), "benchmarks", ".part");
    Files.writeString(whole, in(before, text));
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
