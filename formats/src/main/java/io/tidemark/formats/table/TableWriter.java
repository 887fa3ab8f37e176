package io.tidemark.formats.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes a table row by row, in constant memory. What {@link Tables} reads from it is what was
 * written, cell for cell. The caller owns the stream: its temporary name, synchronisation, digest
 * and close. Not thread-safe.
 */
public interface TableWriter extends Closeable {
  /**
   * Writes one row; the first is the heading.
   *
   * @throws Unwritable when the format cannot hold it
   */
  void write(List<String> cells) throws IOException;

  /** Writes the end of the table and leaves the stream open. */
  @Override
  void close() throws IOException;

  /** A writer of the format that a file's name asks for: XLSX by {@code .xlsx}, else CSV. */
  static TableWriter named(Path name, OutputStream out) throws IOException {
    return formatOf(name) == TableFormat.XLSX ? new XlsxWriter(out) : new CsvTableWriter(out);
  }

  /** The format that a file's name asks for. */
  static TableFormat formatOf(Path name) {
    return name.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")
        ? TableFormat.XLSX
        : TableFormat.CSV;
  }
}
