package io.tidemark.formats.document;

import io.tidemark.formats.pile.Look;
import io.tidemark.formats.table.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;

/** Documents of the compound format: the raw cells of an XLS, the text of the others. */
final class OldOffice {
  /** A spreadsheet keeps fifteen digits; whoever looks for what was lost must see that it was. */
  private static final double KEPT = 1e15;

  private OldOffice() {}

  static void read(Path file, Sink sink) throws IOException, Wire.Refused {
    try (POIFSFileSystem store = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = store.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw Parsers.locked();
      }
      if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
        workbook(store, sink);
        return;
      }
    } catch (EncryptedDocumentException e) {
      throw Parsers.locked();
    }
    TikaText.read(Look.OLD_OFFICE, file, sink);
  }

  private static void workbook(POIFSFileSystem store, Sink sink) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook(store, false)) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        HSSFSheet sheet = book.getSheetAt(i);
        sink.put(new Frame.Sheet(sheet.getSheetName()));
        for (int number = sheet.getFirstRowNum(); number <= sheet.getLastRowNum(); number++) {
          HSSFRow row = sheet.getRow(number);
          if (row != null) {
            sink.put(new Frame.Cells(new Row(number + 1, cells(row))));
          }
        }
      }
    }
  }

  private static List<String> cells(HSSFRow row) {
    int last = Math.max(0, row.getLastCellNum());
    List<String> cells = new ArrayList<>(Collections.nCopies(last, ""));
    for (int i = 0; i < last; i++) {
      HSSFCell cell = row.getCell(i, MissingCellPolicy.RETURN_BLANK_AS_NULL);
      if (cell != null) {
        cells.set(i, text(cell));
      }
    }
    return cells;
  }

  private static String text(HSSFCell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case NUMERIC -> number(cell);
      default -> "";
    };
  }

  private static String number(HSSFCell cell) {
    double value = cell.getNumericCellValue();
    if (DateUtil.isCellDateFormatted(cell)) {
      return String.valueOf(cell.getLocalDateTimeCellValue().toLocalDate());
    }
    return number(value);
  }

  /** A number as the file has it. */
  static String number(double value) {
    if (Math.abs(value) < KEPT && value == Math.rint(value)) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }
}
