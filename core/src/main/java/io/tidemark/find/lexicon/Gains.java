package io.tidemark.find.lexicon;

import java.util.Arrays;

/**
 * How much likelier one entry makes another behind it, in steps. An open hash table whose cells
 * hold both entries (20 bits each) and the gain (8). Immutable.
 */
final class Gains {
  private static final int ENTRY_BITS = 20;
  private static final long KEY = (1L << 2 * ENTRY_BITS) - 1;
  private static final long FREE = -1;

  private final long[] cells;
  private final int shift;
  private final byte[] otherwise;

  Gains(int[][] followers, byte[][] gains, byte[] otherwise) {
    int bits = 4;
    int pairs = Arrays.stream(followers).mapToInt(each -> each.length).sum();
    while (1 << bits < pairs * 2) {
      bits++;
    }
    shift = Long.SIZE - bits;
    cells = new long[1 << bits];
    Arrays.fill(cells, FREE);
    this.otherwise = otherwise;
    for (int head = 0; head < followers.length; head++) {
      for (int k = 0; k < followers[head].length; k++) {
        long key = key(head, followers[head][k]);
        int at = slot(key);
        while (cells[at] != FREE) {
          at = at + 1 & cells.length - 1;
        }
        cells[at] = (long) (gains[head][k] + 128) << 2 * ENTRY_BITS | key;
      }
    }
  }

  int of(int entry, int follower) {
    long key = key(entry, follower);
    int at = slot(key);
    for (long cell = cells[at]; cell != FREE; cell = cells[at]) {
      if ((cell & KEY) == key) {
        return (int) (cell >>> 2 * ENTRY_BITS) - 128;
      }
      at = at + 1 & cells.length - 1;
    }
    return otherwise[entry];
  }

  private static long key(int entry, int follower) {
    return (long) entry << ENTRY_BITS | follower;
  }

  private int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
  }
}
