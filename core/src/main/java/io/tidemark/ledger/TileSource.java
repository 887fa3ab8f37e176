package io.tidemark.ledger;

import java.io.IOException;

/** Where tiles are read from. */
@FunctionalInterface
public interface TileSource {
  /**
   * The hashes of this tile; where only a wider tile at the same place is kept, its first ones.
   *
   * @throws IOException when the tile is missing, unreadable or malformed
   */
  TileHashes read(Tile tile) throws IOException;
}
