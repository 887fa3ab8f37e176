package io.tidemark.calls.campaign;

/**
 * Numbers that follow each other: those that begin alike and differ in their last digits.
 *
 * @param from the first of them in the sorted numbers
 * @param to behind the last
 */
record Block(int from, int to, Tail tail) {
  boolean overlaps(Block other) {
    return from < other.to && other.from < to;
  }
}
