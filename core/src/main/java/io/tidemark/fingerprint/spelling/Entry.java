package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line of {@code catalogue.tsv}.
 *
 * @param id the carrier's name
 * @param since the catalogue's version in which it first stood
 * @param field the field whose values it is part of
 * @param lane which of eight numbers it draws, 0 to 7
 * @param wording whether the groups are words to be found in a text, else an example of a form
 * @param groups one spelling list for each thing that is said, all equally long
 * @param before a zero-width pattern for what stands before a word
 * @param behind a zero-width pattern for what stands behind it
 * @param reason why the spellings mean the same
 */
record Entry(
    String id,
    String since,
    FieldClass field,
    int lane,
    boolean wording,
    List<List<String>> groups,
    String before,
    String behind,
    Words reason) {

  private static final Map<String, Entry> ALL =
      lines().stream().map(Entry::parse).collect(Collectors.toMap(Entry::id, Function.identity()));

  /** The entry of this carrier. */
  static Entry of(String id) {
    Entry entry = ALL.get(id);
    if (entry == null) {
      throw new IllegalStateException("catalogue.tsv has no line for " + id);
    }
    return entry;
  }

  /** How many carriers the catalogue has. */
  static int count() {
    return ALL.size();
  }

  private static Entry parse(String line) {
    String[] part = line.split("\t");
    return new Entry(
        part[0],
        part[1],
        FieldClass.valueOf(part[2]),
        Integer.parseInt(part[3]),
        part[4].equals("words"),
        List.of(part[5].split(" ")).stream().map(Entry::spellings).toList(),
        pattern(part[6]),
        pattern(part[7]),
        new Words(part[8], part[9]));
  }

  private static List<String> spellings(String group) {
    return List.of(group.replace('␠', ' ').split("\\|"));
  }

  private static String pattern(String column) {
    return column.equals("-") ? "" : column;
  }

  private static List<String> lines() {
    try (InputStream in = Entry.class.getResourceAsStream("catalogue.tsv")) {
      if (in == null) {
        throw new IllegalStateException("missing resource catalogue.tsv");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
