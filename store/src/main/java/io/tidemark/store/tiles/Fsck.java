package io.tidemark.store.tiles;

import io.tidemark.terms.Digest;

/**
 * What an examination of the log's files covered.
 *
 * @param size entries read, of which the last may not be published yet
 * @param published entries that the checkpoint speaks of
 * @param root the root recomputed from the entries at the published size
 * @param faults how many faults were told
 */
public record Fsck(long size, long published, Digest root, long faults) {
  /** Whether every byte is as it must be. */
  public boolean ok() {
    return faults == 0;
  }
}
