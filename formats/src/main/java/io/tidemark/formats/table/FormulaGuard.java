package io.tidemark.formats.table;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a CSV cell as a formula, after OWASP's "CSV Injection": a cell
 * that begins with one of its dangerous characters gets an apostrophe in front, which {@link #bare}
 * takes off again. Plain signed numbers stay as they are. A cell that already looks guarded gets
 * one apostrophe more, so that {@code bare(guarded(c))} is {@code c} for every text.
 */
final class FormulaGuard {
  private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-][0-9]+([.][0-9]+)?");
  private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

  private FormulaGuard() {}

  static String guarded(String cell) {
    return needsGuard(cell) ? "'" + cell : cell;
  }

  static String bare(String cell) {
    return cell.startsWith("'") && needsGuard(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean needsGuard(String cell) {
    int i = 0;
    while (i < cell.length() && cell.charAt(i) == '\'') {
      i++;
    }
    return i < cell.length()
        && DANGEROUS.indexOf(cell.charAt(i)) >= 0
        && !PLAIN_NUMBER.matcher(cell).region(i, cell.length()).matches();
  }
}
