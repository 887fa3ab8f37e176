package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * A line that was read ahead.
 *
 * @param rejected its text, as {@link RowSource#rejected} says it
 */
record Pending(TableLine line, String rejected) {
  /** The next line of a source; null behind the last. */
  static @Nullable Pending next(RowSource source) throws Unreadable {
    TableLine line = source.next();
    return line == null ? null : new Pending(line, line instanceof Reject ? source.rejected() : "");
  }

  boolean isRow() {
    return line instanceof Row;
  }

  /** Never the text. */
  @Override
  public String toString() {
    return "Pending[" + line + "]";
  }
}
