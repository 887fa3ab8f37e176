package io.tidemark.formats.pile;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a ZIP is by the names in it. */
final class ZipLook {
  private ZipLook() {}

  /** An archive that cannot be opened is one all the same: whoever opens it says why. */
  static Look of(Path file) {
    try (ZipFile zip = Zips.open(file)) {
      if (zip.getEntry("xl/workbook.xml") != null) {
        return Look.WORKBOOK;
      }
      boolean office =
          zip.getEntry("word/document.xml") != null || zip.getEntry("ppt/presentation.xml") != null;
      return office ? Look.OFFICE : Look.ZIP;
    } catch (IOException | RuntimeException e) {
      return Look.ZIP;
    }
  }
}
