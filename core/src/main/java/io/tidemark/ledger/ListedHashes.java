package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.util.List;

/** The subtrees over leaf hashes in memory, for small trees: each is computed when asked for. */
record ListedHashes(List<Digest> leafHashes) implements HashReader {
  @Override
  public Digest read(int level, long index) {
    RootBuilder subtree = new RootBuilder();
    int from = Math.toIntExact(index << level);
    leafHashes.subList(from, from + (1 << level)).forEach(subtree::add);
    return subtree.root();
  }
}
