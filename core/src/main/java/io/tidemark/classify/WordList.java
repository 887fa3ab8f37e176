package io.tidemark.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Word lists among a package's resources; {@code #} begins a remark. */
public final class WordList {
  private WordList() {}

  static List<String> lines(String resource) {
    return lines(WordList.class, resource);
  }

  /** The lines of the list that lies beside a class, remarks and empty lines left out. */
  public static List<String> lines(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
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

  /** The words of the list that lies beside a class, which stand between spaces and line ends. */
  public static List<String> words(Class<?> beside, String resource) {
    return lines(beside, resource).stream()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .toList();
  }

  /** The words, separated by spaces, that stand after {@code key} and a tab. */
  static List<String> words(String resource, String key) {
    return lines(resource).stream()
        .filter(line -> line.startsWith(key + "\t"))
        .flatMap(line -> List.of(line.substring(key.length() + 1).split(" ")).stream())
        .toList();
  }
}
