package io.tidemark.bench;

import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** A report's table for a terminal or in Markdown. */
public final class TextTable {
  private static final List<Words> HEADINGS =
      List.of(
          new Words("项目", "what"),
          new Words("已知最好或同场对照", "best known or peer"),
          new Words("本系统", "ours"),
          new Words("标准", "bar"),
          new Words("结果", "result"));

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

  /** In columns, a Chinese character two places wide. */
  public List<String> columns() {
    int[] widths = new int[HEADINGS.size()];
    rows.forEach(
        row -> {
          for (int at = 0; at < widths.length; at++) {
            widths[at] = Math.max(widths[at], width(row.get(at)));
          }
        });
    return rows.stream().map(row -> padded(row, widths)).toList();
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
