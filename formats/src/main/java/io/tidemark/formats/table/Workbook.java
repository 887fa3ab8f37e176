package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An XLSX workbook (ECMA-376): the rows of its first sheet that has any, then of the next.
 *
 * <p>Why not fastexcel-reader, whose writer we use: it keeps all shared strings as objects, trusts
 * the places that cells claim, and gives no hold on what inflates. Not thread-safe.
 */
final class Workbook implements SheetSource, Sheet.Texts {
  private final Path file;
  private final Archive archive;
  private final Limits limits;
  private DateStyles styles = DateStyles.none();
  private SheetList sheets = SheetList.none();
  private @Nullable SharedStrings strings;
  private @Nullable Sheet sheet;
  private @Nullable TableLine first;
  private int number;

  private Workbook(Path file, Archive archive, Limits limits) {
    this.file = file;
    this.archive = archive;
    this.limits = limits;
  }

  static Workbook open(Path file, Archive archive, Limits limits) throws IOException, Unreadable {
    Workbook workbook = new Workbook(file, archive, limits);
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

  @Override
  public TableFormat format() {
    return TableFormat.XLSX;
  }

  @Override
  public List<Words> notes() {
    int all = sheets.parts().size();
    return all < 2 || number == 0
        ? List.of()
        : List.of(
            new Words(
                "共 " + all + " 张工作表，这是第 " + number + " 张，其余未读取",
                "of " + all + " sheets only number " + number + " is read"));
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
    nextSheet();
  }

  @Override
  public String sheetName() {
    return number == 0 ? "" : sheets.names().get(number - 1);
  }

  @Override
  public boolean nextSheet() throws Unreadable {
    first = null;
    while (first == null && number < sheets.parts().size()) {
      try {
        close(sheet);
        sheet = new Sheet(file, archive.xml(sheets.parts().get(number++)), this, limits);
      } catch (IOException e) {
        throw archive.damaged();
      }
      first = sheet.next();
    }
    return first != null;
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
      known = new SharedStrings(archive.xml("xl/sharedStrings.xml"), file, limits);
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

  @Override
  public boolean raw() {
    return limits.raw();
  }

  private static void close(@Nullable Sheet sheet) throws IOException {
    if (sheet != null) {
      sheet.close();
    }
  }

  @Override
  public void close() throws IOException {
    close(sheet);
    if (strings != null) {
      strings.close();
    }
    archive.close();
  }
}
