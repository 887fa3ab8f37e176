package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The growing right edge of a log: takes leaf hashes in order and gives each tile as it fills.
 * Holds at most 256 hashes a level, however large the log. Not thread-safe.
 */
public final class TileEdge {
  /** Receives tiles. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one tile, whose width is the number of {@code hashes}. */
    void accept(Tile tile, TileHashes hashes) throws IOException;
  }

  private final List<List<Digest>> levels = new ArrayList<>();
  private final long start;
  private long size;

  private TileEdge(long size) {
    this.start = size;
    this.size = size;
    for (int level = 0; level < Tile.LEVELS; level++) {
      levels.add(new ArrayList<>());
    }
  }

  /** The edge of a log without entries. */
  public static TileEdge empty() {
    return new TileEdge(0);
  }

  /** The edge of a log of {@code size} entries, read from its partial tiles. */
  public static TileEdge of(TileSource tiles, long size) throws IOException {
    TileEdge edge = new TileEdge(size);
    for (int level = 0; level < Tile.LEVELS; level++) {
      long inLevel = size >> (Tile.HEIGHT * level);
      int width = (int) (inLevel % Tile.FULL);
      if (width > 0) {
        Tile tile = new Tile(level, inLevel / Tile.FULL, width);
        edge.levels.get(level).addAll(tiles.read(tile).hashes());
      }
    }
    return edge;
  }

  /** Adds the next leaf's hash; each tile that it fills goes to {@code full}, lowest first. */
  public void add(Digest leafHash, Sink full) throws IOException {
    Digest hash = leafHash;
    size++;
    for (int level = 0; level < Tile.LEVELS; level++) {
      List<Digest> open = levels.get(level);
      open.add(hash);
      if (open.size() < Tile.FULL) {
        return;
      }
      TileHashes tile = new TileHashes(open);
      open.clear();
      full.accept(new Tile(level, tileIndex(level) - 1, Tile.FULL), tile);
      hash = tile.root(0, Tile.FULL);
    }
  }

  /** Gives the partial tiles that changed since this edge was made, lowest first. */
  public void partials(Sink sink) throws IOException {
    for (int level = 0; level < Tile.LEVELS; level++) {
      List<Digest> open = levels.get(level);
      int shift = Tile.HEIGHT * level;
      if (!open.isEmpty() && start >> shift != size >> shift) {
        sink.accept(new Tile(level, tileIndex(level), open.size()), new TileHashes(open));
      }
    }
  }

  private long tileIndex(int level) {
    return (size >> (Tile.HEIGHT * level)) / Tile.FULL;
  }

  /** Leaves so far. */
  public long size() {
    return size;
  }

  /** The log's root at this size. */
  public Digest root() {
    Digest right = null;
    for (List<Digest> open : levels) {
      List<Digest> row = new ArrayList<>(open);
      if (right != null) {
        row.add(right);
      }
      right = row.isEmpty() ? right : join(row);
    }
    return right == null ? Merkle.EMPTY : right;
  }

  /** The root over complete subtrees of equal height, the last of which may be a lower one. */
  private static Digest join(List<Digest> row) {
    RootBuilder above = new RootBuilder();
    row.forEach(above::add);
    return above.root();
  }
}
