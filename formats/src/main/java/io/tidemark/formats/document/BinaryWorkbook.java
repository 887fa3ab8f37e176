package io.tidemark.formats.document;

import io.tidemark.formats.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.binary.XSSFBSharedStringsTable;
import org.apache.poi.xssf.binary.XSSFBSheetHandler;
import org.apache.poi.xssf.binary.XSSFBStylesTable;
import org.apache.poi.xssf.eventusermodel.XSSFBReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The raw cells of an XLSB workbook ([MS-XLSB]). */
final class BinaryWorkbook {
  private BinaryWorkbook() {}

  static void read(Path file, Sink sink) throws IOException {
    try (OPCPackage all = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFBReader reader = new XSSFBReader(all);
      XSSFBSharedStringsTable strings = new XSSFBSharedStringsTable(all);
      XSSFBStylesTable styles = reader.getXSSFBStylesTable();
      XSSFBReader.SheetIterator sheets = (XSSFBReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream in = sheets.next()) {
          sink.put(new Frame.Sheet(sheets.getSheetName()));
          Cells cells = new Cells(sink);
          new EveryCell(in, styles, strings, cells).parse();
          cells.rethrow();
        }
      }
    } catch (OpenXML4JException | SAXException e) {
      throw new IOException("the parser gave up", e);
    }
  }

  /**
   * Cells that POI's handler passes over in silence are handed to it as those it knows: short ones,
   * whose column is the next ([MS-XLSB] 2.4, {@code BrtShort*}), and texts with dress.
   */
  private static final class EveryCell extends XSSFBSheetHandler {
    private static final int ROW = 0;
    private static final int FIRST_CELL = 1;
    private static final int LAST_CELL = 11;
    private static final int FIRST_SHORT = 12;
    private static final int LAST_SHORT = 18;
    private static final int TEXT = 6;
    private static final int DRESSED_TEXT = 62;
    private static final int PLACE_AND_STYLE = 8;

    private int column;

    EveryCell(
        InputStream in, XSSFBStylesTable styles, XSSFBSharedStringsTable strings, Cells cells) {
      super(in, styles, null, strings, cells, new Raw(), false);
    }

    @Override
    public void handleRecord(int id, byte[] data) {
      if (id == ROW) {
        column = -1;
      }
      if (id >= FIRST_SHORT && id <= LAST_SHORT) {
        ByteBuffer whole = ByteBuffer.allocate(Integer.BYTES + data.length);
        whole.order(ByteOrder.LITTLE_ENDIAN).putInt(++column).put(data);
        super.handleRecord(id - FIRST_SHORT + FIRST_CELL, whole.array());
        return;
      }
      boolean dressed = id == DRESSED_TEXT && data.length > PLACE_AND_STYLE;
      if (dressed || (id >= FIRST_CELL && id <= LAST_CELL && data.length >= Integer.BYTES)) {
        column = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
      }
      if (dressed) {
        ByteBuffer plain = ByteBuffer.allocate(data.length - 1);
        plain.put(data, 0, PLACE_AND_STYLE);
        plain.put(data, PLACE_AND_STYLE + 1, data.length - PLACE_AND_STYLE - 1);
        super.handleRecord(TEXT, plain.array());
      } else {
        super.handleRecord(id, data);
      }
    }
  }

  /** Hands each row on. */
  private static final class Cells implements SheetContentsHandler {
    private final Sink sink;
    private final List<String> row = new ArrayList<>();
    private @Nullable IOException fault;

    Cells(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void startRow(int number) {
      row.clear();
    }

    @Override
    public void endRow(int number) {
      if (row.isEmpty() || fault != null) {
        return;
      }
      try {
        sink.put(new Frame.Cells(new Row(number + 1L, row)));
      } catch (IOException e) {
        fault = e;
      }
    }

    @Override
    public void cell(
        @Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
      int column = reference == null ? row.size() : new CellReference(reference).getCol();
      while (row.size() < column) {
        row.add("");
      }
      if (text != null && row.size() == column) {
        row.add(text);
      }
    }

    void rethrow() throws IOException {
      if (fault != null) {
        throw fault;
      }
    }
  }

  /** Numbers as the file has them: whoever looks for what was lost must see that it was. */
  private static final class Raw extends DataFormatter {
    @Override
    public String formatRawCellContents(
        double value, int index, @Nullable String format, boolean from1904) {
      boolean date = format != null && DateUtil.isADateFormat(index, format);
      return date && DateUtil.isValidExcelDate(value)
          ? String.valueOf(DateUtil.getLocalDateTime(value, from1904).toLocalDate())
          : OldOffice.number(value);
    }
  }
}
