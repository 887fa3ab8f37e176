package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads hashes of a log of a given size out of its tiles. Keeps the last few tiles, so that one
 * proof reads each tile once. Not thread-safe: make one per proof.
 */
public final class TiledHashReader implements HashReader {
  private static final int KEPT = 16;

  private final TileSource tiles;
  private final long size;
  private final Map<Tile, TileHashes> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, TileHashes> eldest) {
          return size() > KEPT;
        }
      };

  /** Reads the tiles that a log of {@code size} entries has. */
  public TiledHashReader(TileSource tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  @Override
  public Digest read(int level, long index) throws IOException {
    int tileLevel = level / Tile.HEIGHT;
    int above = level % Tile.HEIGHT;
    long first = index << above;
    int from = (int) (first % Tile.FULL);
    return tile(tileLevel, first / Tile.FULL).root(from, from + (1 << above));
  }

  private TileHashes tile(int level, long index) throws IOException {
    long inLevel = size >> (Tile.HEIGHT * level);
    int width = (int) Math.min(Tile.FULL, inLevel - index * Tile.FULL);
    Tile tile = new Tile(level, index, width);
    TileHashes hashes = kept.get(tile);
    if (hashes == null) {
      hashes = tiles.read(tile);
      kept.put(tile, hashes);
    }
    return hashes;
  }
}
