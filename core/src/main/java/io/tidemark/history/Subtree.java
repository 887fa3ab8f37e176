package io.tidemark.history;

import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The part of the map under one prefix of keys. A sparse Merkle tree (Laurie and Kasper,
 * "Revocation Transparency", 2012) whose empty parts have one fixed hash at every height, and in
 * which a part with one leaf is that leaf: proofs are as long as the map is full, not 256 hashes.
 * Immutable.
 *
 * @param hash its hash
 * @param leaves how many people stand in it
 */
public record Subtree(Digest hash, long leaves) {
  /** A part in which nobody stands. */
  public static final Subtree EMPTY = new Subtree(Digest.sha256("tidemark history empty v1\n"), 0);

  private static final byte[] NODE = "tidemark history node v1\n".getBytes(StandardCharsets.UTF_8);

  /** The part that is this one leaf. */
  public static Subtree of(Leaf leaf) {
    return new Subtree(leaf.hash(), 1);
  }

  /** The part above two; a lone leaf moves up. */
  public static Subtree over(Subtree left, Subtree right) {
    long leaves = left.leaves + right.leaves;
    if (leaves <= 1) {
      return left.leaves == 1 ? left : right;
    }
    return new Subtree(node(left.hash, right.hash), leaves);
  }

  static Digest node(Digest left, Digest right) {
    return Digest.sha256(NODE, left.bytes(), right.bytes());
  }

  /**
   * The part with these leaves.
   *
   * @param leaves in ascending order of keys, which agree in their first {@code depth} bits
   */
  public static Subtree of(List<Leaf> leaves, int depth) {
    if (leaves.size() <= 1) {
      return leaves.isEmpty() ? EMPTY : of(leaves.get(0));
    }
    int middle = middle(leaves, depth);
    return over(
        of(leaves.subList(0, middle), depth + 1),
        of(leaves.subList(middle, leaves.size()), depth + 1));
  }

  /** Where the keys with bit 1 at this depth begin. */
  static int middle(List<Leaf> leaves, int depth) {
    int from = 0;
    int to = leaves.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Leaf.right(leaves.get(middle).key().bytes(), depth)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
