package io.tidemark.formats.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * XLSX with every cell a typed text, so that phones and identity numbers stay whole and nothing is
 * a formula. Texts stand in their cells and rows are flushed, so memory does not grow.
 */
final class XlsxWriter implements TableWriter {
  private static final int ROWS = 1 << 20;
  private static final int COLUMNS = 1 << 14;
  private static final int CELL_CHARACTERS = 32_767;
  private static final int FLUSH_ROWS = 256;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  XlsxWriter(OutputStream out) {
    workbook = new Workbook(new Kept(out), "Tidemark", "1.0");
    workbook.setCompressionLevel(Deflater.BEST_SPEED);
    sheet = workbook.newWorksheet("Sheet1");
  }

  @Override
  public void write(List<String> cells) throws IOException {
    if (row == ROWS || cells.size() > COLUMNS) {
      throw new Unwritable(
          "XLSX 最多 1,048,576 行、16,384 列，请改用 CSV",
          "XLSX holds at most 1,048,576 rows and 16,384 columns: write CSV");
    }
    for (int i = 0; i < cells.size(); i++) {
      String text = EscapedText.encoded(cells.get(i));
      if (text.length() > CELL_CHARACTERS) {
        throw new Unwritable(
            "XLSX 的一格最多 32,767 个字符，请改用 CSV",
            "a cell of XLSX holds at most 32,767 characters: write CSV");
      }
      sheet.inlineString(row, i, text);
    }
    row++;
    if (row % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  /** The caller closes the stream. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
