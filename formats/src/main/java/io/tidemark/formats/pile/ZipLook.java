package io.tidemark.formats.pile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a ZIP is by the names in it. */
final class ZipLook {
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
  private static final int LONGEST_TYPE = 100;

  private ZipLook() {}

  /** By the entry that says which kind of OpenDocument it is (ISO/IEC 26300-3, 3.3). */
  private static Look openDocument(ZipFile zip) throws IOException {
    ZipArchiveEntry told = zip.getEntry("mimetype");
    if (told == null || zip.getEntry("content.xml") == null) {
      return Look.ZIP;
    }
    String type;
    try (InputStream in = zip.getInputStream(told)) {
      type = new String(in.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII).strip();
    }
    if (!type.startsWith(OPEN_DOCUMENT)) {
      return Look.ZIP;
    }
    return type.startsWith("spreadsheet", OPEN_DOCUMENT.length())
        ? Look.WORKBOOK
        : Look.OPEN_DOCUMENT;
  }

  /** An archive that cannot be opened is one all the same: whoever opens it says why. */
  static Look of(Path file) {
    try (ZipFile zip = Zips.open(file)) {
      if (zip.getEntry("xl/workbook.xml") != null) {
        return Look.WORKBOOK;
      }
      if (zip.getEntry("xl/workbook.bin") != null) {
        return Look.BINARY_WORKBOOK;
      }
      boolean office =
          zip.getEntry("word/document.xml") != null || zip.getEntry("ppt/presentation.xml") != null;
      return office ? Look.OFFICE : openDocument(zip);
    } catch (IOException | RuntimeException e) {
      return Look.ZIP;
    }
  }
}
