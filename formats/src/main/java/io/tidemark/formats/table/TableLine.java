package io.tidemark.formats.table;

import java.util.function.Function;

/** One line of a table: a good row, or the reason why it is none. */
public sealed interface TableLine permits Row, Reject {
  /** The line of the file or row of the sheet, counted from 1. */
  long line();

  /** Exactly one of the two is called. */
  <T> T either(Function<Row, T> row, Function<Reject, T> reject);
}
