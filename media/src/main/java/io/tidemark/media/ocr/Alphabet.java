package io.tidemark.media.ocr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The characters that the recogniser knows, by its numbers: 0 is none, the last is the space. */
final class Alphabet {
  static final int BLANK = 0;
  private static final String FILE = "/models/ppocr_keys_v1.txt";
  private static final List<String> SYMBOLS = symbols();

  private Alphabet() {}

  /** How many there are. */
  static int size() {
    return SYMBOLS.size();
  }

  /** The character of a number; empty for none. */
  static String symbol(int number) {
    return SYMBOLS.get(number);
  }

  private static List<String> symbols() {
    List<String> symbols = new ArrayList<>(List.of(""));
    try (InputStream in = Alphabet.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FILE);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .forEach(symbols::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    symbols.add(" ");
    return List.copyOf(symbols);
  }
}
