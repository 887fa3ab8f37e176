package io.tidemark.evidence;

import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.terms.Digest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Everybody in one copy, as the ledger committed to them before the release: the leaves of its
 * {@code people-root} in their order, each 16 bytes of nonce and the 32 bytes of a record's
 * commitment. They say nothing of a person to whoever has no opening. Immutable, thread-safe.
 */
public final class People {
  /** Bytes of a leaf. */
  public static final int LEAF = 16 + Digest.SIZE;

  /** Nobody. */
  public static final People NONE = new People(new byte[0]);

  private final byte[] leaves;

  private People(byte[] leaves) {
    this.leaves = leaves;
  }

  /**
   * These leaves, one after the other; throws {@link IllegalArgumentException} for a part of one.
   */
  public static People of(byte[] leaves) {
    if (leaves.length % LEAF != 0) {
      throw new IllegalArgumentException("expected leaves of " + LEAF + " bytes each");
    }
    return new People(leaves.clone());
  }

  /** The leaves, one after the other. */
  public byte[] bytes() {
    return leaves.clone();
  }

  /** How many there are. */
  public long size() {
    return leaves.length / LEAF;
  }

  /** The root over them (RFC 9162 section 2.1.1), with one hash for each level in memory. */
  public Digest root() {
    RootBuilder root = new RootBuilder();
    for (int at = 0; at < leaves.length; at += LEAF) {
      root.add(Merkle.leaf(Arrays.copyOfRange(leaves, at, at + LEAF)));
    }
    return root.root();
  }

  /** Which of these commitments of records are among them. */
  Set<Digest> among(Set<Digest> wanted) {
    Set<Digest> found = new HashSet<>();
    for (int at = LEAF - Digest.SIZE; at < leaves.length; at += LEAF) {
      Digest commitment = Digest.of(Arrays.copyOfRange(leaves, at, at + Digest.SIZE));
      if (wanted.contains(commitment)) {
        found.add(commitment);
      }
    }
    return found;
  }
}
