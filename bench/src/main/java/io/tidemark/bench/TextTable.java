package io.tidemark.bench;

import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report's table for a terminal or in Markdown. */
public final class TextTable {
  private static final List<Words> HEADINGS =
      List.of(
          new Words("项目", "what"),
          new Words("已知最好或同场对照", "best known or peer"),
          new Words("本系统", "ours"),
          new Words("标准", "bar"),
          new Words("结果", "result"));

  /** Places that a column may take on a terminal before its text goes on in the next line. */
  private static final int[] WIDEST = {36, 28, 52, 16, 14};

  private final List<List<String>> rows = new ArrayList<>();

  /** The table of these lines in this language. */
  public TextTable(List<Line> lines, Language language) {
    rows.add(HEADINGS.stream().map(words -> words.in(language)).toList());
    for (Line line : lines) {
      rows.add(
          List.of(
              line.what().in(language),
              line.peer().in(language),
              line.ours().in(language),
              line.bar().in(language),
              line.outcome().words().in(language)));
    }
  }

  /** In columns, a Chinese character two places wide; long cells go on in the next line. */
  public List<String> columns() {
    List<String> lines = new ArrayList<>();
    int[] widths = new int[HEADINGS.size()];
    List<List<List<String>>> wrapped = new ArrayList<>();
    for (List<String> row : rows) {
      List<List<String>> cells = new ArrayList<>();
      for (int at = 0; at < widths.length; at++) {
        List<String> parts = wrapped(row.get(at), WIDEST[at]);
        cells.add(parts);
        for (String part : parts) {
          widths[at] = Math.max(widths[at], width(part));
        }
      }
      wrapped.add(cells);
    }
    for (List<List<String>> cells : wrapped) {
      int deepest = cells.stream().mapToInt(List::size).max().orElse(0);
      for (int line = 0; line < deepest; line++) {
        int of = line;
        lines.add(
            padded(
                cells.stream().map(cell -> of < cell.size() ? cell.get(of) : "").toList(), widths));
      }
    }
    return lines;
  }

  /** The text in parts of at most so many places, broken where Unicode allows a new line. */
  static List<String> wrapped(String text, int widest) {
    List<String> parts = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    StringBuilder part = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String word = text.substring(from, to);
      if (!part.isEmpty() && width(part + word.stripTrailing()) > widest) {
        parts.add(part.toString().stripTrailing());
        part.setLength(0);
      }
      part.append(word);
    }
    parts.add(part.toString().stripTrailing());
    return parts;
  }

  private static String padded(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < widths.length; at++) {
      String cell = row.get(at);
      line.append(cell).append(" ".repeat(widths[at] - width(cell) + 2));
    }
    return line.toString().stripTrailing();
  }

  /** In Markdown; a bar within a cell is escaped. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    rows.forEach(
        row ->
            lines.add(
                "| "
                    + String.join(
                        " | ", row.stream().map(cell -> cell.replace("|", "\\|")).toList())
                    + " |"));
    lines.add(1, "|" + "---|".repeat(HEADINGS.size()));
    return lines;
  }

  /** Places on a terminal: ideographs and full-width forms take two. */
  static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x303f)
        || (c >= 0xff00 && c <= 0xff60);
  }
}
