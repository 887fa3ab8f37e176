package io.tidemark.formats.table;

import io.tidemark.terms.Words;
import java.util.function.Function;

/**
 * A line that could not be read as a row. Says where and why, never what stood there.
 *
 * @param line the line of the file or row of the sheet, counted from 1
 * @param column the cell in it, counted from 1; 0 for the whole line
 */
public record Reject(long line, int column, Words reason) implements TableLine {
  @Override
  public <T> T either(Function<Row, T> row, Function<Reject, T> reject) {
    return reject.apply(this);
  }

  static Reject of(long line, int column, String zh, String en) {
    return new Reject(line, column, new Words(zh, en));
  }

  static Reject cutShort(long line, int expected, int found) {
    return of(
        line,
        found + 1,
        "应有 " + expected + " 格，只有 " + found + " 格",
        "expected " + expected + " cells, found only " + found);
  }

  static Reject tooManyCells(long line, int expected, int found) {
    return of(
        line,
        expected + 1,
        "应有 " + expected + " 格，却有 " + found + " 格",
        "expected " + expected + " cells, found " + found);
  }

  static Reject cellTooLong(long line, int column, int limit) {
    return of(
        line, column, "此格超过 " + limit + " 个字符", "the cell is longer than " + limit + " characters");
  }

  static Reject lineTooLong(long line, int limit) {
    return of(line, 0, "此行超过 " + limit + " 字节", "the line is longer than " + limit + " bytes");
  }

  static Reject openQuote(long line, int column) {
    return of(line, column, "引号在此打开而没有关闭", "a quote opens here and is never closed");
  }

  static Reject textAfterQuote(long line, int column) {
    return of(
        line, column, "引号关闭之后还有文字", "there is text between the closing quote and the delimiter");
  }

  static Reject nul(long line, int column) {
    return of(line, column, "含有 NUL 字符", "there is a NUL character");
  }

  static Reject undecodable(long line, int column, String charset) {
    return of(
        line,
        column,
        "有字节不是 " + charset + " 编码",
        "there are bytes that are not valid in " + charset);
  }
}
