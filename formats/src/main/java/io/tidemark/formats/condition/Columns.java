package io.tidemark.formats.condition;

import io.tidemark.terms.FieldClass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of columns as people write them in settings and conditions: the Chinese heading, or the
 * English name in either case, its words joined by spaces, hyphens or underscores.
 */
public final class Columns {
  /** Any name, the longest first; no letter may follow an English one. */
  static final Pattern NAME =
      Pattern.compile(
          Arrays.stream(FieldClass.values())
              .flatMap(field -> Stream.of(field.zh(), english(field)))
              .sorted(Comparator.comparingInt(String::length).reversed())
              .collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);

  private Columns() {}

  /** The field that {@code name} names. */
  public static Optional<FieldClass> named(String name) {
    String spaced = name.replace('-', ' ').replace('_', ' ');
    return Arrays.stream(FieldClass.values())
        .filter(field -> field.zh().equals(name) || field.en().equalsIgnoreCase(spaced))
        .findFirst();
  }

  /** All names in Chinese, for messages. */
  public static String chineseNames() {
    return Arrays.stream(FieldClass.values()).map(FieldClass::zh).collect(Collectors.joining("、"));
  }

  /** All names in English, for messages. */
  public static String englishNames() {
    return Arrays.stream(FieldClass.values()).map(FieldClass::en).collect(Collectors.joining(", "));
  }

  private static String english(FieldClass field) {
    return field.en().replace(" ", "[ _-]") + "(?![A-Za-z])";
  }
}
