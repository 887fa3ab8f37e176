package io.tidemark.formats.pile;

import io.tidemark.formats.Magic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is by its first bytes; its name counts only where they say nothing. */
public enum Look {
  /** A folder. */
  FOLDER,
  /** A ZIP that is no document. */
  ZIP,
  /** A TAR. */
  TAR,
  /** A 7z archive. */
  SEVEN_ZIP,
  /** One file packed by GZIP. */
  GZIP,
  /** One file packed by BZIP2. */
  BZIP2,
  /** One file packed by XZ. */
  XZ,
  /** An XLSX or ODS workbook. */
  WORKBOOK,
  /** A workbook in binary parts: XLSB. */
  BINARY_WORKBOOK,
  /** A document in a ZIP: DOCX, PPTX. */
  OFFICE,
  /** A document of OpenDocument: ODT, ODP. */
  OPEN_DOCUMENT,
  /** A document of the compound format before: XLS, DOC, PPT. */
  OLD_OFFICE,
  /** A PDF. */
  PDF,
  /** Rich text. */
  RTF,
  /** A web page. */
  HTML,
  /** A message with its headings, as mail programs save it. */
  MAIL,
  /** A picture. */
  PICTURE,
  /** Text or a table of text. */
  TEXT,
  /** A RAR archive, for which there is no unpacker under a free licence. */
  RAR,
  /** Known, and not read here. */
  FOREIGN,
  /** Nothing in it. */
  EMPTY;

  private static final int HEAD = 4096;
  private static final int TAR_MARK = 257;

  /** Whether it is an archive or a packed file. */
  boolean packed() {
    return switch (this) {
      case ZIP, TAR, SEVEN_ZIP, GZIP, BZIP2, XZ -> true;
      default -> false;
    };
  }

  /** Whether other files lie in it. */
  boolean holdsFiles() {
    return this == FOLDER || packed();
  }

  /**
   * What a file is.
   *
   * @param name the last part of its name
   */
  static Look of(Path file, String name) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      return EMPTY;
    }
    if (Magic.begins(head, 'P', 'K', 3, 4) || Magic.begins(head, 'P', 'K', 5, 6)) {
      return ZipLook.of(file);
    }
    return binary(head, name);
  }

  private static Look binary(byte[] head, String name) {
    if (Magic.begins(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (Magic.begins(head, 'B', 'Z', 'h') && at(head, 4, "1AY&SY")) {
      return BZIP2;
    }
    if (Magic.begins(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (Magic.begins(head, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
      return SEVEN_ZIP;
    }
    if (at(head, 0, "Rar!")) {
      return RAR;
    }
    if (at(head, TAR_MARK, "ustar")) {
      return TAR;
    }
    if (Magic.begins(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return OLD_OFFICE;
    }
    if (Magic.begins(head, '%', 'P', 'D', 'F')) {
      return PDF;
    }
    if (picture(head)) {
      return PICTURE;
    }
    return foreign(head) ? FOREIGN : text(head, name);
  }

  private static boolean picture(byte[] head) {
    return Magic.begins(head, 0xFF, 0xD8, 0xFF)
        || Magic.begins(head, 0x89, 'P', 'N', 'G')
        || at(head, 0, "GIF8")
        || Magic.begins(head, 'I', 'I', 42, 0)
        || Magic.begins(head, 'M', 'M', 0, 42)
        || (at(head, 0, "BM") && head.length > 14 && head[6] == 0 && head[7] == 0)
        || (at(head, 0, "RIFF") && at(head, 8, "WEBP"))
        || at(head, 4, "ftyphei")
        || at(head, 4, "ftypmif1");
  }

  /** Archives and programs that nothing here opens: to be named, not read as text. */
  private static boolean foreign(byte[] head) {
    return Magic.begins(head, 0x7F, 'E', 'L', 'F')
        || Magic.begins(head, 0xCA, 0xFE, 0xBA, 0xBE)
        || Magic.begins(head, 'M', 'Z', 0x90, 0)
        || at(head, 0, "SQLite format 3")
        || Magic.begins(head, 0x28, 0xB5, 0x2F, 0xFD);
  }

  private static Look text(byte[] head, String name) {
    String start = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
    String low = start.substring(0, Math.min(1024, start.length())).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (low.startsWith("{\\rtf")) {
      return RTF;
    }
    if (low.startsWith("<!doctype html") || low.contains("<html") || ending.matches("html?|mht")) {
      return HTML;
    }
    boolean headed =
        low.matches("(?s)(?:received|return-path|from|message-id|mime-version): .*\\n.*")
            && low.contains("\nsubject: ");
    if (ending.equals("eml") || headed) {
      return MAIL;
    }
    return TEXT;
  }

  private static boolean at(byte[] head, int place, String text) {
    return head.length >= place + text.length()
        && new String(head, place, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }
}
