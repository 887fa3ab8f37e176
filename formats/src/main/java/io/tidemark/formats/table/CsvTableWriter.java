package io.tidemark.formats.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.tidemark.formats.text.TextEncoding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/**
 * CSV by RFC 4180: CR LF, quotes where they are needed, and a byte order mark so that Excel knows
 * it for UTF-8. Cells that a spreadsheet would run as formulas are guarded by an apostrophe.
 */
final class CsvTableWriter implements TableWriter {
  private final Writer text;
  private final CsvWriter csv;

  CsvTableWriter(OutputStream out) throws IOException {
    this(out, TextEncoding.UTF_8_BOM, ',');
  }

  CsvTableWriter(OutputStream out, TextEncoding encoding, char delimiter) throws IOException {
    out.write(encoding.mark());
    text = new BufferedWriter(new OutputStreamWriter(out, encoding.charset()), 1 << 16);
    csv =
        CsvWriter.builder()
            .fieldSeparator(delimiter)
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.REQUIRED)
            .build(text);
  }

  @Override
  public void write(List<String> cells) {
    csv.writeRecord(cells.stream().map(FormulaGuard::guarded).toList());
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    text.flush();
  }
}
