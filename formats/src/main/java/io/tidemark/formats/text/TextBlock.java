package io.tidemark.formats.text;

/**
 * A stretch of a text file.
 *
 * @param text the characters, line ends among them
 * @param known how many of them, at the beginning, the stretch before ended with
 * @param offset how many characters of the file stand before it, in UTF-16 units
 * @param line the line in which it begins, counted from 1
 * @param column where in that line it begins, counted from 1
 */
public record TextBlock(String text, int known, long offset, long line, int column) {
  /** Never the text. */
  @Override
  public String toString() {
    return "TextBlock[" + text.length() + " characters from line " + line + "]";
  }
}
