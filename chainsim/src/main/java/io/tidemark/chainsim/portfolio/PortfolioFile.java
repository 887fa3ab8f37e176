package io.tidemark.chainsim.portfolio;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes rows as core systems export them: CSV (RFC 4180), quoted where needed. */
public final class PortfolioFile {
  /** The encoding of most exports (GB 18030). */
  public static final Charset GB18030 = Charset.forName("GB18030");

  private PortfolioFile() {}

  /**
   * Writes headings and rows, one at a time; throws {@link IOException} when the file cannot be
   * written.
   */
  public static void write(
      Path file, Charset charset, List<String> headings, Stream<? extends List<String>> rows)
      throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file, charset)) {
      csv.writeRecord(headings);
      rows.forEachOrdered(csv::writeRecord);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
