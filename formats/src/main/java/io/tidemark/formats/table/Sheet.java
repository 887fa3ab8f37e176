package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.terms.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, read forwards from its XML. */
final class Sheet implements Closeable {
  private static final int ROWS = 1 << 20;
  private static final int COLUMNS = 1 << 14;
  private static final int SAFE_DIGITS = 9;

  private final Path file;
  private final PartXml xml;
  private final Texts texts;
  private final Limits limits;
  private final StringBuilder text = new StringBuilder();
  private long row;
  private int width;

  /** What cells refer to: shared strings, and how numbers are to be shown. */
  interface Texts {
    Optional<String> shared(int index) throws Unreadable;

    boolean date(int style);

    boolean from1904();

    /** Whether long numbers stay as the file has them. */
    boolean raw();
  }

  Sheet(Path file, PartXml xml, Texts texts, Limits limits) {
    this.file = file;
    this.xml = xml;
    this.texts = texts;
    this.limits = limits;
  }

  /** The next row with any text in it; null behind the last. */
  @Nullable TableLine next() throws Unreadable {
    while (xml.nextTag() && !xml.ends("sheetData")) {
      if (xml.starts("row")) {
        row = rowNumber();
        TableLine line = cells();
        if (line instanceof Reject || !blank((Row) line)) {
          return line;
        }
      }
    }
    return null;
  }

  private static boolean blank(Row line) {
    for (String cell : line.cells()) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private long rowNumber() throws Unreadable {
    String told = xml.attribute("r");
    int number = told == null ? (int) row + 1 : integer(told);
    if (number <= row || number > ROWS) {
      throw at(0, "行号无效", "the number of the row is not valid");
    }
    return number;
  }

  private TableLine cells() throws Unreadable {
    List<String> cells = new ArrayList<>(width);
    Reject reject = null;
    while (xml.nextTag() && !xml.ends("row")) {
      if (!xml.starts("c")) {
        continue;
      }
      int column = column(cells.size());
      String text = cell(column);
      if (text.length() > limits.cellCharacters() && reject == null) {
        reject = Reject.cellTooLong(row, column + 1, limits.cellCharacters());
      }
      while (cells.size() < column) {
        cells.add("");
      }
      cells.add(reject == null ? text : "");
    }
    width = cells.size();
    return reject == null ? new Row(row, cells) : reject;
  }

  private int column(int next) throws Unreadable {
    String reference = xml.attribute("r");
    if (reference == null) {
      return checked(next, next);
    }
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
      column = column * 26 + (reference.charAt(i) & 0x1F);
      if (column > COLUMNS) {
        break;
      }
    }
    return checked(column - 1, next);
  }

  private int checked(int column, int next) throws Unreadable {
    if (column < next || column >= COLUMNS) {
      throw at(next + 1, "单元格的位置无效", "the place of the cell is not valid");
    }
    return column;
  }

  private String cell(int column) throws Unreadable {
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    text.setLength(0);
    while (xml.nextTag() && !xml.ends("c")) {
      if (xml.starts("v") || xml.starts("t")) {
        xml.text(text, limits.cellCharacters() + 1);
      } else if (xml.starts("rPh") || xml.starts("f")) {
        xml.text(new StringBuilder(), 0);
      }
    }
    if (text.isEmpty()) {
      return "";
    }
    return "s".equals(type)
        ? shared(integer(text), column)
        : shown(type == null ? "n" : type, style, text.toString());
  }

  private String shared(int index, int column) throws Unreadable {
    Optional<String> text = texts.shared(index);
    if (text.isEmpty()) {
      throw at(column + 1, "引用的字符串不存在", "it refers to a text that is not there");
    }
    return EscapedText.decoded(text.get());
  }

  private String shown(String type, @Nullable String style, String text) throws Unreadable {
    return switch (type) {
      case "b" -> text.equals("1") ? "TRUE" : "FALSE";
      case "d" -> text.endsWith("T00:00:00") ? text.substring(0, text.indexOf('T')) : text;
      case "n" -> number(text, style == null ? -1 : integer(style));
      default -> EscapedText.decoded(text);
    };
  }

  private String number(String text, int style) {
    if (texts.date(style)) {
      return ShownNumber.date(text, texts.from1904());
    }
    return texts.raw() ? ShownNumber.raw(text) : ShownNumber.plain(text);
  }

  private int integer(CharSequence text) throws Unreadable {
    int length = text.length();
    int number = 0;
    int at = 0;
    while (at < length && at < SAFE_DIGITS && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      number = number * 10 + text.charAt(at++) - '0';
    }
    if (at == length && length > 0) {
      return number;
    }
    try {
      return Integer.parseInt(text.toString().strip());
    } catch (NumberFormatException e) {
      throw at(0, "应为整数", "expected a whole number");
    }
  }

  private Unreadable at(int column, String zh, String en) {
    return new Unreadable(file, Math.max(1, row), column, new Words(zh, en));
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
