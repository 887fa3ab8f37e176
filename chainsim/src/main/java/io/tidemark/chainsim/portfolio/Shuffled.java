package io.tidemark.chainsim.portfolio;

/**
 * The numbers below a size in an order that depends on a key: each index has its own number, and no
 * two share one. This makes numbers unique without remembering any. A Feistel network with cycle
 * walking (Black and Rogaway, 2002); for invented data only, never for secrets. Immutable,
 * thread-safe.
 */
public final class Shuffled {
  private static final int ROUNDS = 4;

  private final long key;
  private final long size;
  private final int halfBits;

  /**
   * @param key decides the order
   * @param size how many numbers there are; at least 1, at most 2^62
   */
  public Shuffled(long key, long size) {
    if (size < 1 || size > 1L << 62) {
      throw new IllegalArgumentException("a size from 1 to 2^62, not " + size);
    }
    this.key = key;
    this.size = size;
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, size - 1));
    this.halfBits = (bits + 1) / 2;
  }

  /** The number at {@code index}; indices from {@code size} on begin anew. */
  public long at(long index) {
    long number = Math.floorMod(index, size);
    do {
      number = network(number);
    } while (number >= size);
    return number;
  }

  private long network(long number) {
    long mask = (1L << halfBits) - 1;
    long left = number >>> halfBits;
    long right = number & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (Draw.mixed(key + right * ROUNDS + round) & mask);
      left = right;
      right = next;
    }
    return left << halfBits | right;
  }
}
