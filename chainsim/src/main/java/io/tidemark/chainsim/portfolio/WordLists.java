package io.tidemark.chainsim.portfolio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The word lists beside this class, read whole. */
final class WordLists {
  private WordLists() {}

  /** The lines of a list, comments (#) left out. */
  static List<String> lines(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a list, which stand between spaces and line ends. */
  static List<String> words(String file) {
    return lines(file).stream().flatMap(line -> Arrays.stream(line.split(" "))).toList();
  }
}
