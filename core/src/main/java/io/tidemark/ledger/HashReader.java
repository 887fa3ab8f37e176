package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.io.IOException;

/** Where the hashes of complete subtrees are read from. */
@FunctionalInterface
public interface HashReader {
  /**
   * The root of the complete subtree over leaves {@code index << level} to {@code (index + 1) <<
   * level}, the end excluded.
   *
   * @param level 0 for a leaf's own hash
   * @throws IOException when the hash cannot be read
   */
  Digest read(int level, long index) throws IOException;

  /** The root over leaves {@code from} to {@code to}; {@code from} begins a subtree that large. */
  default Digest root(long from, long to) throws IOException {
    long leaves = to - from;
    if (leaves <= 0) {
      return Merkle.EMPTY;
    }
    if (Long.bitCount(leaves) == 1) {
      return read(Long.numberOfTrailingZeros(leaves), from / leaves);
    }
    long middle = from + Merkle.split(leaves);
    return Merkle.node(root(from, middle), root(middle, to));
  }
}
