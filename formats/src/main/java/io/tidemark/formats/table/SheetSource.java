package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The rows of a workbook's sheets, of one after the other. */
interface SheetSource extends RowSource {
  /** Opens a workbook as what it is. */
  static SheetSource open(Path file, Limits limits) throws IOException, Unreadable {
    Archive archive = Archive.open(file, limits);
    boolean open = false;
    try {
      SheetSource source =
          archive.has(OpenSheets.CONTENT) && !archive.has(SheetList.BOOK)
              ? OpenSheets.open(file, archive, limits)
              : Workbook.open(file, archive, limits);
      open = true;
      return source;
    } finally {
      if (!open) {
        archive.close();
      }
    }
  }

  /** What it is made of. */
  TableFormat format();

  /** Which sheet is read, when there are several. */
  List<Words> notes();

  /** What people call the sheet that is read. */
  String sheetName();

  /** Goes to the next sheet with any text; false behind the last. */
  boolean nextSheet() throws Unreadable;
}
