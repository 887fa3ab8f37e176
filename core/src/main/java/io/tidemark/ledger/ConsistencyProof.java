package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * That a tree only grew: the first {@code from} leaves of the tree of {@code to} are the leaves of
 * the older tree (RFC 9162 section 2.1.4).
 *
 * @param from leaves of the older tree, at least 0
 * @param to leaves of the newer tree, at least {@code from}
 * @param path the proof's hashes; none when {@code from} is 0 or {@code to}
 */
public record ConsistencyProof(long from, long to, List<Digest> path) {
  /** Refuses negative sizes and a tree that shrinks. */
  public ConsistencyProof {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("a tree does not grow from " + from + " to " + to);
    }
    path = List.copyOf(path);
  }

  /** Computes the proof from the hashes of the newer tree. */
  public static ConsistencyProof of(HashReader hashes, long from, long to) throws IOException {
    List<Digest> path = new ArrayList<>();
    if (from > 0 && from < to) {
      collect(hashes, from, 0, to, true, path);
    }
    return new ConsistencyProof(from, to, path);
  }

  /**
   * RFC 9162's SUBPROOF over leaves {@code lo} to {@code hi}; {@code known} while that subtree is
   * the older tree itself, whose root the verifier has.
   */
  private static void collect(
      HashReader hashes, long from, long lo, long hi, boolean known, List<Digest> path)
      throws IOException {
    if (from == hi) {
      if (!known) {
        path.add(hashes.root(lo, hi));
      }
      return;
    }
    long middle = lo + Merkle.split(hi - lo);
    if (from <= middle) {
      collect(hashes, from, lo, middle, known, path);
      path.add(hashes.root(middle, hi));
    } else {
      collect(hashes, from, middle, hi, false, path);
      path.add(hashes.root(lo, middle));
    }
  }

  /** Checks that the tree with {@code toRoot} contains the tree with {@code fromRoot}. */
  public void verify(Digest fromRoot, Digest toRoot) throws LedgerException {
    if (from == 0 || from == to) {
      verifyWithoutPath(fromRoot, toRoot);
      return;
    }
    List<Digest> hashes = new ArrayList<>(path);
    if (Long.bitCount(from) == 1) {
      hashes.add(0, fromRoot);
    }
    if (hashes.isEmpty()) {
      throw new LedgerException("the consistency path has no hashes");
    }
    int up = Long.numberOfTrailingZeros(from);
    climb(hashes, (from - 1) >> up, (to - 1) >> up, fromRoot, toRoot);
  }

  private void climb(List<Digest> hashes, long first, long second, Digest fromRoot, Digest toRoot)
      throws LedgerException {
    long fn = first;
    long sn = second;
    Digest older = hashes.get(0);
    Digest newer = older;
    for (Digest beside : hashes.subList(1, hashes.size())) {
      if (sn == 0) {
        throw new LedgerException("consistency path of " + path.size() + " hashes is too long");
      }
      if ((fn & 1) == 1 || fn == sn) {
        older = Merkle.node(beside, older);
        newer = Merkle.node(beside, newer);
        int up = (fn & 1) == 1 || fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
        fn >>= up;
        sn >>= up;
      } else {
        newer = Merkle.node(newer, beside);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new LedgerException(
          "consistency path of " + path.size() + " hashes ends below the root of size " + to);
    }
    Roots.same(fromRoot, older, from);
    Roots.same(toRoot, newer, to);
  }

  private void verifyWithoutPath(Digest fromRoot, Digest toRoot) throws LedgerException {
    if (!path.isEmpty()) {
      throw new LedgerException("from " + from + " to " + to + " the consistency path is empty");
    }
    if (from == 0) {
      Roots.same(fromRoot, Merkle.EMPTY, 0);
    }
    if (from == to) {
      Roots.same(toRoot, fromRoot, to);
    }
  }
}
