package io.tidemark.evidence;

import io.tidemark.ledger.Merkle;
import io.tidemark.terms.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole Merkle tree in memory (RFC 9162 section 2.1.1), for the paths of many leaves. Immutable
 * once built.
 */
public final class LeafTree {
  private final List<List<Digest>> levels = new ArrayList<>();

  /**
   * The tree over these leaf hashes, at least one. A lonely node at the end of a level moves up as
   * it is.
   */
  public LeafTree(List<Digest> leaves) {
    List<Digest> level = leaves;
    levels.add(level);
    while (level.size() > 1) {
      List<Digest> above = new ArrayList<>(level.size() / 2 + 1);
      for (int i = 0; i < level.size(); i += 2) {
        above.add(
            i + 1 < level.size() ? Merkle.node(level.get(i), level.get(i + 1)) : level.get(i));
      }
      levels.add(above);
      level = above;
    }
  }

  /** The hashes beside the way from leaf {@code index} to the root, lowest first. */
  public List<Digest> path(int index) {
    List<Digest> path = new ArrayList<>();
    int place = index;
    for (List<Digest> level : levels.subList(0, levels.size() - 1)) {
      int beside = place ^ 1;
      if (beside < level.size()) {
        path.add(level.get(beside));
      }
      place >>= 1;
    }
    return path;
  }

  /** The root. */
  public Digest root() {
    return levels.get(levels.size() - 1).get(0);
  }
}
