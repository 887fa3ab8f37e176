package io.tidemark.formats.table;

/**
 * What stands between cells, and how many cells a row usually has.
 *
 * @param cells at least 1
 */
record Delimiter(char character, int cells) {
  /** How often it stands in {@code text}, quotes or not. */
  int count(String text) {
    return (int) text.chars().filter(c -> c == character).count();
  }
}
