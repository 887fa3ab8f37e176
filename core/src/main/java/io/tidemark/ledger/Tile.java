package io.tidemark.ledger;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One tile of a log: up to 256 hashes side by side at one height (C2SP tlog-tiles).
 *
 * @param level 0 where the hashes are of leaves; each level stands 8 tree levels above the last; at
 *     most 7, the highest that a size in a {@code long} reaches
 * @param index the tile's place in its level, from 0
 * @param width hashes in it, 1 to 256; fewer than 256 make a partial tile
 */
public record Tile(int level, long index, int width) {
  /** Hashes in a full tile. */
  public static final int FULL = 256;

  /** Tree levels that one tile spans. */
  public static final int HEIGHT = 8;

  static final int LEVELS = 8;

  /** Refuses what no tile can be. */
  public Tile {
    if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile has level " + level + ", index " + index + ", width " + width);
    }
  }

  /** Its path below the log's address, such as {@code tile/0/x001/x234/067.p/112}. */
  public String path() {
    return "tile/" + level + "/" + TilePath.tail(index, width);
  }

  /** The tile whose {@link #path} this is, and only when it is written exactly so. */
  public static Tile parse(String path) throws LedgerException {
    if (!path.matches("(?s)tile/[0-7]/.*")) {
      throw new LedgerException("not a tile's path");
    }
    long[] tail = TilePath.parse(path.substring("tile/0/".length()));
    return new Tile(path.charAt("tile/".length()) - '0', tail[0], (int) tail[1]);
  }

  /** Whether it lacks hashes that a larger log will add. */
  public boolean partial() {
    return width < FULL;
  }

  /** This tile once it is full. */
  public Tile full() {
    return new Tile(level, index, FULL);
  }

  /** Whether a log of {@code size} entries is large enough to have all hashes of this tile. */
  public boolean within(long size) {
    long inLevel = size >> (HEIGHT * level);
    return inLevel >= width && index <= (inLevel - width) / FULL;
  }

  /**
   * The tiles that a log of {@code to} entries has and one of {@code from} had not, lower levels
   * first: what a growth writes. From 0: all tiles of the log. Lazy.
   */
  public static Stream<Tile> growth(long from, long to) {
    return IntStream.range(0, LEVELS)
        .boxed()
        .flatMap(level -> inLevel(level, from >> (HEIGHT * level), to >> (HEIGHT * level)));
  }

  private static Stream<Tile> inLevel(int level, long from, long to) {
    Stream<Tile> full =
        LongStream.range(from / FULL, to / FULL).mapToObj(index -> new Tile(level, index, FULL));
    int rest = (int) (to % FULL);
    return rest == 0 || from == to
        ? full
        : Stream.concat(full, Stream.of(new Tile(level, to / FULL, rest)));
  }
}
