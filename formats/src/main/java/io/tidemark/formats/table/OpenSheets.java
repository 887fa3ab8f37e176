package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ODS workbook (ISO/IEC 26300-1:2015, 9): the rows of its first sheet that has any, then of the
 * next. Numbers are those of the file, not the text that they are shown as. Not thread-safe.
 */
final class OpenSheets implements SheetSource {
  static final String CONTENT = "content.xml";

  private static final int ROWS = 1 << 20;
  private static final int COLUMNS = 1 << 14;

  private final Path file;
  private final Archive archive;
  private final PartXml xml;
  private final Limits limits;
  private final StringBuilder text = new StringBuilder();
  private String name = "";
  private @Nullable TableLine first;
  private long row;
  private int again;
  private List<String> cells = List.of();
  private boolean inSheet;

  private OpenSheets(Path file, Archive archive, Limits limits) throws Unreadable {
    this.file = file;
    this.archive = archive;
    this.limits = limits;
    this.xml = archive.xml(CONTENT);
  }

  static OpenSheets open(Path file, Archive archive, Limits limits) throws Unreadable {
    refuseEncrypted(file, archive);
    OpenSheets sheets = new OpenSheets(file, archive, limits);
    sheets.nextSheet();
    return sheets;
  }

  private static void refuseEncrypted(Path file, Archive archive) throws Unreadable {
    if (!archive.has("META-INF/manifest.xml")) {
      return;
    }
    try (PartXml list = archive.xml("META-INF/manifest.xml")) {
      if (list.nextStart("encryption-data")) {
        throw Unreadable.file(file, new Words("有密码保护", "it is protected by a password"));
      }
    } catch (IOException e) {
      throw archive.damaged();
    }
  }

  @Override
  public TableFormat format() {
    return TableFormat.ODS;
  }

  @Override
  public List<Words> notes() {
    return name.isEmpty()
        ? List.of()
        : List.of(new Words("只读取工作表“" + name + "”", "of its sheets only \"" + name + "\" is read"));
  }

  @Override
  public String sheetName() {
    return name;
  }

  @Override
  public boolean nextSheet() throws Unreadable {
    first = null;
    while (first == null && xml.nextStart("table")) {
      name = Objects.requireNonNullElse(xml.attribute("name"), "");
      row = 0;
      again = 0;
      inSheet = true;
      first = read();
    }
    return first != null;
  }

  @Override
  public @Nullable TableLine next() throws Unreadable {
    TableLine line = first;
    first = null;
    return line == null ? read() : line;
  }

  private @Nullable TableLine read() throws Unreadable {
    if (again > 0) {
      again--;
      return new Row(++row, cells);
    }
    while (inSheet && xml.nextTag()) {
      if (xml.ends("table")) {
        inSheet = false;
      } else if (xml.starts("shapes")) {
        xml.pass();
      } else if (xml.starts("table-row")) {
        int times = repeated("number-rows-repeated", ROWS - row);
        TableLine line = line();
        if (line != null) {
          again = line instanceof Row ? times - 1 : 0;
          row += line instanceof Row ? 0 : times - 1;
          return line;
        }
        row += times - 1;
      }
    }
    return null;
  }

  /** The row; null where nothing stands in it. */
  private @Nullable TableLine line() throws Unreadable {
    row++;
    cells = new ArrayList<>();
    Reject reject = null;
    int blank = 0;
    while (xml.nextTag() && !xml.ends("table-row")) {
      if (!xml.starts("table-cell") && !xml.starts("covered-table-cell")) {
        continue;
      }
      int times = repeated("number-columns-repeated", COLUMNS - blank - cells.size());
      String cell = cell();
      if (cell.isBlank()) {
        blank += times;
        continue;
      }
      if (cell.length() > limits.cellCharacters() && reject == null) {
        reject = Reject.cellTooLong(row, cells.size() + blank + 1, limits.cellCharacters());
      }
      cells.addAll(Collections.nCopies(blank, ""));
      cells.addAll(Collections.nCopies(times, reject == null ? cell : ""));
      blank = 0;
    }
    if (reject != null) {
      return reject;
    }
    cells = List.copyOf(cells);
    return cells.isEmpty() ? null : new Row(row, cells);
  }

  private int repeated(String attribute, long most) throws Unreadable {
    String told = xml.attribute(attribute);
    int times = 1;
    try {
      times = told == null ? 1 : Integer.parseInt(told.strip());
    } catch (NumberFormatException e) {
      times = 0;
    }
    if (times < 1 || times > most) {
      throw new Unreadable(
          file,
          Math.max(1, row),
          0,
          new Words("行或单元格的重复次数无效", "how often a row or cell is repeated is not valid"));
    }
    return times;
  }

  private String cell() throws Unreadable {
    String type = Objects.requireNonNullElse(xml.attribute("value-type"), "string");
    String value =
        switch (type) {
          case "float", "percentage", "currency" -> number(xml.attribute("value"));
          case "date" -> date(xml.attribute("date-value"));
          case "boolean" -> "true".equals(xml.attribute("boolean-value")) ? "TRUE" : "FALSE";
          default -> null;
        };
    text.setLength(0);
    String end = xml.starts("table-cell") ? "table-cell" : "covered-table-cell";
    while (xml.nextTag() && !xml.ends(end)) {
      if (xml.starts("p")) {
        if (!text.isEmpty()) {
          text.append('\n');
        }
        xml.paragraph(text, limits.cellCharacters() + 1);
      } else {
        xml.pass();
      }
    }
    return value == null ? text.toString() : value;
  }

  private @Nullable String number(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return limits.raw() ? ShownNumber.raw(value) : ShownNumber.plain(value);
  }

  private static @Nullable String date(@Nullable String value) {
    return value == null || !value.endsWith("T00:00:00")
        ? value
        : value.substring(0, value.indexOf('T'));
  }

  @Override
  public void close() throws IOException {
    xml.close();
    archive.close();
  }
}
