package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The root over leaf hashes that arrive one by one. Holds one hash for each complete subtree (at
 * most 63), however many leaves there are. Not thread-safe.
 */
public final class RootBuilder {
  private final Deque<Digest> complete = new ArrayDeque<>();
  private long size;

  /** Adds the next leaf's hash ({@link Merkle#leaf}). */
  public void add(Digest leafHash) {
    Digest hash = leafHash;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = Merkle.node(complete.pop(), hash);
    }
    complete.push(hash);
    size++;
  }

  /** Leaves added so far. */
  public long size() {
    return size;
  }

  /** The root over all leaves added so far; adding may go on afterwards. */
  public Digest root() {
    return complete.stream().reduce((right, left) -> Merkle.node(left, right)).orElse(Merkle.EMPTY);
  }
}
