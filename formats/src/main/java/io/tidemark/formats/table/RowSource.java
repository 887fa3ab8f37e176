package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Rows as they stand in a file, before headings are known: any number of cells. */
interface RowSource extends Closeable {
  /** The next line that is not blank; null behind the last. */
  @Nullable TableLine next() throws Unreadable;

  /** The text of a reject that it gave last, where its quotes alone are at fault; else empty. */
  default String rejected() {
    return "";
  }
}
