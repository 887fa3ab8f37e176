package io.tidemark.formats.pdf;

/**
 * One letter of a page, seen along the direction of its writing.
 *
 * @param text what it stands for
 * @param direction of the writing in degrees: 0, 90, 180 or 270
 * @param x along the writing, in points
 * @param y of the baseline, across the writing, downwards, in points
 * @param size the height of the font, in points on the page
 * @param fontSize the font size that the page names, before any matrix
 * @param show which of the page's own text operators shows it; -1 when the page does not itself
 * @param index which letter of that operator
 */
record Glyph(
    String text,
    int direction,
    double x,
    double y,
    double size,
    double fontSize,
    int show,
    int index) {
  /** Whether it shows nothing; a letter whose name a program has lost is none. */
  boolean blank() {
    return !text.isEmpty() && text.isBlank();
  }
}
