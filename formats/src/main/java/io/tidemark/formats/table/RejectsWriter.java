package io.tidemark.formats.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Lists what could not be read: line, column and reason in both languages, as CSV. It holds no
 * value of the file. The caller owns the stream. Not thread-safe.
 */
public final class RejectsWriter implements Closeable {
  private final TableWriter csv;

  /** Writes the heading. */
  public RejectsWriter(OutputStream out) throws IOException {
    csv = new CsvTableWriter(out);
    csv.write(List.of("行 line", "列 column", "原因", "reason"));
  }

  /** Adds one. Column 0, the whole line, is left blank. */
  public void write(Reject reject) throws IOException {
    csv.write(
        List.of(
            Long.toString(reject.line()),
            reject.column() == 0 ? "" : Integer.toString(reject.column()),
            reject.reason().zh(),
            reject.reason().en()));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
