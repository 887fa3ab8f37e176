package io.tidemark.formats.table;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import java.util.Optional;

/**
 * One column of a table.
 *
 * @param text what the file calls it; empty when the file has no headings
 * @param kind what it means, when that is known
 */
public record Heading(String text, Optional<Kind> kind) {
  static final Heading UNNAMED = new Heading("", Optional.empty());
  private static final int LONGEST_SHOWN = 64;

  /** The field that it means, when it is one that is kept. */
  public Optional<FieldClass> field() {
    return kind.flatMap(Kind::field);
  }

  /**
   * The text on one line without control characters, cut where it is long: a file is a stranger's.
   */
  public String shown() {
    String line = text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
