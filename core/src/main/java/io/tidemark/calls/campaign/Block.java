package io.tidemark.calls.campaign;

/**
 * Numbers that follow each other: those that begin alike and differ in their last digits.
 *
 * @param from the first of them in the sorted numbers
 * @param to behind the last
 * @param calls how many calls they made
 * @param within how many of these fell into the window
 * @param window which window
 * @param logChance the natural logarithm of the chance of so many, exact
 */
record Block(int from, int to, int calls, int within, int window, double logChance) {
  boolean overlaps(Block other) {
    return from < other.to && other.from < to;
  }
}
