package io.tidemark.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What this project knows itself and no dictionary says. */
final class Known {
  private Known() {}

  /** Clubs, makers and brands whose names sound like a person's, and words that do. */
  static List<String> organisations() {
    return words("organisations.txt");
  }

  /** Countries whose names sound like a person's. */
  static List<String> countries() {
    return words("countries.txt");
  }

  /** Surnames that the product's own list does not have. */
  static List<String> surnames() {
    return words("surnames.txt");
  }

  private static List<String> words(String file) {
    try (InputStream in = Known.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
