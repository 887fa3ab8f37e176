package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * That a leaf stands at an index of a tree (RFC 9162 section 2.1.3).
 *
 * @param index the leaf's place, from 0
 * @param size leaves of the tree, more than {@code index}
 * @param path the hashes beside the way from the leaf to the root, lowest first
 */
public record InclusionProof(long index, long size, List<Digest> path) {
  /** Refuses a negative index and one that is not below the size. */
  public InclusionProof {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("index " + index + " is not in a tree of size " + size);
    }
    path = List.copyOf(path);
  }

  /** Computes the proof for {@code index} in the tree of {@code size} leaves. */
  public static InclusionProof of(HashReader hashes, long index, long size) throws IOException {
    Objects.checkIndex(index, size);
    List<Digest> path = new ArrayList<>();
    collect(hashes, index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /** Computes the proof for {@code index} in a small tree whose leaf hashes are all at hand. */
  public static InclusionProof of(List<Digest> leafHashes, long index) {
    try {
      return of(new ListedHashes(leafHashes), index, leafHashes.size());
    } catch (IOException e) {
      throw new IllegalStateException("a list in memory is always readable", e);
    }
  }

  private static void collect(HashReader hashes, long index, long from, long to, List<Digest> path)
      throws IOException {
    if (to - from == 1) {
      return;
    }
    long middle = from + Merkle.split(to - from);
    if (index < middle) {
      collect(hashes, index, from, middle, path);
      path.add(hashes.root(middle, to));
    } else {
      collect(hashes, index, middle, to, path);
      path.add(hashes.root(from, middle));
    }
  }

  /**
   * Checks that {@code leafHash} stands at {@link #index} of the tree with this {@code root}.
   *
   * <p>The last step matters: a path too short for the tree's height leads to the right root for
   * some wrong indices too (leaf 2 of 3 under index 1), so that the path must be used up exactly
   * when the root is reached.
   */
  public void verify(Digest leafHash, Digest root) throws LedgerException {
    long fn = index;
    long sn = size - 1;
    Digest hash = leafHash;
    for (Digest beside : path) {
      if (sn == 0) {
        throw new LedgerException("inclusion path of " + path.size() + " hashes is too long");
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = Merkle.node(beside, hash);
        int up = (fn & 1) == 1 || fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
        fn >>= up;
        sn >>= up;
      } else {
        hash = Merkle.node(hash, beside);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new LedgerException(
          "inclusion path of " + path.size() + " hashes ends below the root of size " + size);
    }
    Roots.same(root, hash, size);
  }
}
