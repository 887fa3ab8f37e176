package io.tidemark.ledger;

import io.tidemark.terms.Digest;

/** The hashes of a Merkle tree (RFC 9162 section 2.1.1): leaves and nodes never collide. */
public final class Merkle {
  /** The root of a tree without leaves: SHA-256 of nothing. */
  public static final Digest EMPTY = Digest.sha256();

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Merkle() {}

  /** The hash of a leaf holding {@code entry}. */
  public static Digest leaf(byte[] entry) {
    return Digest.sha256(LEAF, entry);
  }

  /** The hash of the node above {@code left} and {@code right}. */
  public static Digest node(Digest left, Digest right) {
    return Digest.sha256(NODE, left.bytes(), right.bytes());
  }

  /** The largest power of two smaller than {@code leaves}, which is at least 2. */
  static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
