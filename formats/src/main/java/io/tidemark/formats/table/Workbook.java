package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An XLSX workbook (ECMA-376): the rows of its first sheet that has any.
 *
 * <p>Why not fastexcel-reader, whose writer we use: it keeps all shared strings as objects, trusts
 * the places that cells claim, and gives no hold on what inflates. Not thread-safe.
 */
final class Workbook implements RowSource, Sheet.Texts {

  private final Path file;
  private final Archive archive;
  private final Limits limits;
  private final List<Words> notes = new ArrayList<>();
  private DateStyles styles = DateStyles.none();
  private SheetList sheets = SheetList.none();
  private @Nullable SharedStrings strings;
  private @Nullable Sheet sheet;
  private @Nullable TableLine first;

  private Workbook(Path file, Archive archive, Limits limits) {
    this.file = file;
    this.archive = archive;
    this.limits = limits;
  }

  static Workbook open(Path file, Limits limits) throws IOException, Unreadable {
    Workbook workbook = new Workbook(file, Archive.open(file, limits), limits);
    boolean open = false;
    try {
      workbook.begin();
      open = true;
      return workbook;
    } finally {
      if (!open) {
        workbook.close();
      }
    }
  }

  /** Which sheet is read, when there are several. */
  List<Words> notes() {
    return List.copyOf(notes);
  }

  private void begin() throws Unreadable {
    if (!archive.has(SheetList.BOOK)) {
      throw Unreadable.file(
          file, new Words("是压缩包而不是 XLSX 工作簿", "it is an archive, no XLSX workbook"));
    }
    sheets = SheetList.read(archive);
    if (archive.has("xl/styles.xml")) {
      try (PartXml xml = archive.xml("xl/styles.xml")) {
        styles = DateStyles.read(xml);
      } catch (IOException e) {
        throw archive.damaged();
      }
    }
    for (int i = 0; i < sheets.parts().size() && first == null; i++) {
      try {
        close(sheet);
        sheet = new Sheet(file, archive.xml(sheets.parts().get(i)), this, limits);
      } catch (IOException e) {
        throw archive.damaged();
      }
      first = sheet.next();
      if (first != null && sheets.parts().size() > 1) {
        notes.add(
            new Words(
                "共 " + sheets.parts().size() + " 张工作表，只读取第 " + (i + 1) + " 张（第一张非空的）",
                "of "
                    + sheets.parts().size()
                    + " sheets only number "
                    + (i + 1)
                    + " is read, the first with any text"));
      }
    }
  }

  @Override
  public @Nullable TableLine next() throws Unreadable {
    TableLine line = first;
    if (line != null) {
      first = null;
      return line;
    }
    return sheet == null ? null : sheet.next();
  }

  @Override
  public Optional<String> shared(int index) throws Unreadable {
    SharedStrings known = strings;
    if (known == null) {
      try (PartXml xml = archive.xml("xl/sharedStrings.xml")) {
        known = SharedStrings.read(xml, file, limits);
      } catch (IOException e) {
        throw archive.damaged();
      }
      strings = known;
    }
    return known.get(index);
  }

  @Override
  public boolean date(int style) {
    return styles.isDate(style);
  }

  @Override
  public boolean from1904() {
    return sheets.from1904();
  }

  private static void close(@Nullable Sheet sheet) throws IOException {
    if (sheet != null) {
      sheet.close();
    }
  }

  @Override
  public void close() throws IOException {
    close(sheet);
    archive.close();
  }
}
