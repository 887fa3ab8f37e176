package io.tidemark.formats.table;

import io.tidemark.terms.FieldClass;
import java.util.Optional;

/**
 * One column of a table.
 *
 * @param text what the file calls it; empty when the file has no headings
 * @param field what it means, when that is known
 */
public record Heading(String text, Optional<FieldClass> field) {
  static final Heading UNNAMED = new Heading("", Optional.empty());
}
