package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An XLSX workbook (ECMA-376): the rows of its first sheet that has any.
 *
 * <p>Why not fastexcel-reader, whose writer we use: it keeps all shared strings as objects, trusts
 * the places that cells claim, and gives no hold on what inflates. Not thread-safe.
 */
final class Workbook implements RowSource, Sheet.Texts {
  private static final String BOOK = "xl/workbook.xml";
  private static final int SHEETS_AT_MOST = 1000;

  private final Path file;
  private final Archive archive;
  private final Limits limits;
  private final List<Words> notes = new ArrayList<>();
  private DateStyles styles = DateStyles.none();
  private boolean from1904;
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
    if (!archive.has(BOOK)) {
      throw Unreadable.file(
          file, new Words("是压缩包而不是 XLSX 工作簿", "it is an archive, no XLSX workbook"));
    }
    List<String> sheets = sheets();
    if (archive.has("xl/styles.xml")) {
      try (PartXml xml = part("xl/styles.xml")) {
        styles = DateStyles.read(xml);
      } catch (IOException e) {
        throw Archive.damaged(file);
      }
    }
    for (int i = 0; i < sheets.size() && first == null; i++) {
      try {
        close(sheet);
        sheet = new Sheet(file, part(sheets.get(i)), this, limits);
      } catch (IOException e) {
        throw Archive.damaged(file);
      }
      first = sheet.next();
      if (first != null && sheets.size() > 1) {
        notes.add(
            new Words(
                "共 " + sheets.size() + " 张工作表，只读取第 " + (i + 1) + " 张（第一张非空的）",
                "of "
                    + sheets.size()
                    + " sheets only number "
                    + (i + 1)
                    + " is read, the first with any text"));
      }
    }
  }

  private List<String> sheets() throws Unreadable {
    Map<String, String> targets = targets();
    List<String> sheets = new ArrayList<>();
    try (PartXml xml = part(BOOK)) {
      while (xml.nextTag()) {
        if (xml.starts("workbookPr")) {
          String told = xml.attribute("date1904");
          from1904 = "1".equals(told) || "true".equals(told);
        } else if (xml.starts("sheet")) {
          String target = targets.get(String.valueOf(xml.attribute("id")));
          if (target != null && archive.has(target) && sheets.size() < SHEETS_AT_MOST) {
            sheets.add(target);
          }
        }
      }
    } catch (IOException e) {
      throw Archive.damaged(file);
    }
    return sheets;
  }

  /** Worksheets by the number that the workbook calls them. */
  private Map<String, String> targets() throws Unreadable {
    Map<String, String> targets = new HashMap<>();
    try (PartXml xml = part("xl/_rels/workbook.xml.rels")) {
      while (xml.nextStart("Relationship") && targets.size() < SHEETS_AT_MOST) {
        String target = xml.attribute("Target");
        String type = String.valueOf(xml.attribute("Type"));
        if (target != null && type.endsWith("/worksheet")) {
          targets.put(String.valueOf(xml.attribute("Id")), partName(target));
        }
      }
    } catch (IOException e) {
      throw Archive.damaged(file);
    }
    return targets;
  }

  /** Targets are relative to {@code xl/}; only names of the archive's own entries are ever read. */
  private static String partName(String target) {
    try {
      return URI.create("/xl/").resolve(target).getPath().substring(1);
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
      return "";
    }
  }

  private PartXml part(String name) throws Unreadable {
    try {
      Optional<InputStream> in = archive.part(name);
      if (in.isPresent()) {
        return new PartXml(file, in.get());
      }
    } catch (IOException e) {
      throw Archive.damaged(file);
    }
    throw Unreadable.file(file, new Words("工作簿缺少必要部分", "a part of the workbook is missing"));
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
      try (PartXml xml = part("xl/sharedStrings.xml")) {
        known = SharedStrings.read(xml, file, limits);
      } catch (IOException e) {
        throw Archive.damaged(file);
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
    return from1904;
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
