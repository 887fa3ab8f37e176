package io.tidemark.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The word lists among this package's resources, each read once; {@code #} begins a remark. */
final class WordList {
  private WordList() {}

  static List<String> lines(String resource) {
    try (InputStream in = WordList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words, separated by spaces, that stand after {@code key} and a tab. */
  static List<String> words(String resource, String key) {
    return lines(resource).stream()
        .filter(line -> line.startsWith(key + "\t"))
        .flatMap(line -> List.of(line.substring(key.length() + 1).split(" ")).stream())
        .toList();
  }
}
