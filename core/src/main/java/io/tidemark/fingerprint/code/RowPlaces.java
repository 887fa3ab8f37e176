package io.tidemark.fingerprint.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct positions of a row's cells, packed for one call of the pseudo-random function.
 *
 * @param packed the positions, one after the other
 * @param cells for each cell, which of them is its own
 */
record RowPlaces(byte[] packed, int[] cells) {
  static RowPlaces of(List<Leak.Cell> row) {
    Map<Position, Integer> numbers = new LinkedHashMap<>();
    int[] cells = new int[row.size()];
    for (int i = 0; i < cells.length; i++) {
      Integer known = numbers.putIfAbsent(row.get(i).position(), numbers.size());
      cells[i] = known == null ? numbers.size() - 1 : known;
    }
    byte[] packed = new byte[numbers.size() * Position.SIZE];
    numbers.forEach(
        (position, number) ->
            System.arraycopy(position.bytes(), 0, packed, number * Position.SIZE, Position.SIZE));
    return new RowPlaces(packed, cells);
  }

  /** How many positions there are. */
  int count() {
    return packed.length / Position.SIZE;
  }

  /** The place of the position of cell {@code i}. */
  int of(int i) {
    return cells[i];
  }
}
