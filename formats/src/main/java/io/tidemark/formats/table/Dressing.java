package io.tidemark.formats.table;

import java.util.List;
import java.util.regex.Pattern;

/** Rows that speak of the table and not of anybody: totals, rules, and the headings once more. */
final class Dressing {
  private static final String TOTALS = "合计|总计|小计|共计|总数|汇总|(?:grand |sub)?total|sum";
  private static final String TOTALS_BEGIN = "合总小共汇gGsStT";
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:" + TOTALS + ")(?:[\\s:：(（0-9].*)?|(?:总?共)\\s*[0-9]+\\s*\\S{0,3}",
          Pattern.CASE_INSENSITIVE);

  /** An amount or a count; a phone number has more digits. */
  private static final Pattern FIGURE =
      Pattern.compile("[¥￥]?\\s*[0-9]{1,3}(?:,?[0-9]{1,3}){0,3}(?:\\.[0-9]+)?\\s*\\p{IsHan}{0,2}");

  private static final Pattern RULE = Pattern.compile("[\\s:=+-]*(?:---|===)[\\s:=+-]*");

  private Dressing() {}

  /** Whether the row begins with a word for a total and holds figures besides. */
  static boolean isTotal(Row row) {
    String first = first(row);
    if (first.isEmpty()
        || TOTALS_BEGIN.indexOf(first.charAt(0)) < 0
        || !TOTAL.matcher(first).matches()) {
      return false;
    }
    List<String> filled =
        row.cells().stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
    return filled.stream().skip(1).allMatch(Dressing::figure);
  }

  /** Its first text; empty where it has none. */
  private static String first(Row row) {
    for (String cell : row.cells()) {
      if (!cell.isBlank()) {
        return cell.strip();
      }
    }
    return "";
  }

  private static boolean figure(String cell) {
    return FIGURE.matcher(cell).matches() && cell.chars().filter(Character::isDigit).count() < 11;
  }

  /** Whether it is the line between heading and rows in Markdown and in printed tables. */
  static boolean isRule(Row row) {
    String first = first(row);
    return (first.isEmpty() || ":=+-".indexOf(first.charAt(0)) >= 0)
        && RULE.matcher(String.join("", row.cells())).matches();
  }

  /** Whether every cell with text repeats its column's heading, a known one among them. */
  static boolean repeats(Row row, List<Heading> headings) {
    boolean known = false;
    for (int i = 0; i < row.cells().size(); i++) {
      String text = row.cells().get(i).strip();
      Heading heading = i < headings.size() ? headings.get(i) : Heading.UNNAMED;
      if (!text.isEmpty() && !text.equals(heading.text())) {
        return false;
      }
      known |= !text.isEmpty() && heading.field().isPresent();
    }
    return known;
  }
}
