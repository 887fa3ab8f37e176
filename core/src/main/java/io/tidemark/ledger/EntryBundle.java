package io.tidemark.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The place of up to 256 entries side by side (C2SP tlog-tiles): as the tile of level 0 at the same
 * index, which holds their hashes.
 *
 * @param index the bundle's place, from 0
 * @param width entries in it, 1 to 256; fewer than 256 make a partial bundle
 */
public record EntryBundle(long index, int width) {
  /** The most bytes an entry can have: its length is written in two bytes. */
  public static final int MAX_ENTRY = 0xFFFF;

  private static final String PREFIX = "tile/entries/";

  /** Refuses what no bundle can be. */
  public EntryBundle {
    if (index < 0 || width < 1 || width > Tile.FULL) {
      throw new IllegalArgumentException("no bundle has index " + index + ", width " + width);
    }
  }

  /** Its path below the log's address, such as {@code tile/entries/x001/067.p/3}. */
  public String path() {
    return PREFIX + TilePath.tail(index, width);
  }

  /** The bundle whose {@link #path} this is, and only when it is written exactly so. */
  public static EntryBundle parse(String path) throws LedgerException {
    if (!path.startsWith(PREFIX)) {
      throw new LedgerException("not an entry bundle's path");
    }
    long[] tail = TilePath.parse(path.substring(PREFIX.length()));
    return new EntryBundle(tail[0], (int) tail[1]);
  }

  /** The bundles that a growth from {@code from} to {@code to} entries writes. Lazy. */
  public static Stream<EntryBundle> growth(long from, long to) {
    return Tile.growth(from, to)
        .takeWhile(tile -> tile.level() == 0)
        .map(tile -> new EntryBundle(tile.index(), tile.width()));
  }

  /** This bundle once it is full. */
  public EntryBundle full() {
    return new EntryBundle(index, Tile.FULL);
  }

  /** Entries that a log has at least when this bundle exists. */
  public long end() {
    return index * Tile.FULL + width;
  }

  /**
   * The bundle's bytes: each entry after its length in two bytes, big-endian. Refuses an entry of
   * more than {@link #MAX_ENTRY} bytes.
   */
  public static byte[] encode(List<byte[]> entries) {
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY) {
        throw new IllegalArgumentException(
            "an entry has at most " + MAX_ENTRY + " bytes, not " + entry.length);
      }
    }
    int size = entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
    ByteBuffer bundle = ByteBuffer.allocate(size);
    entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
    return bundle.array();
  }

  /** The entries in {@code bytes}, which must hold exactly {@link #width} of them. */
  public List<byte[]> decode(byte[] bytes) throws LedgerException {
    ByteBuffer bundle = ByteBuffer.wrap(bytes);
    List<byte[]> entries = new ArrayList<>();
    while (bundle.hasRemaining() && entries.size() < width) {
      entries.add(next(bundle));
    }
    if (bundle.hasRemaining() || entries.size() != width) {
      throw new LedgerException(
          "a bundle of "
              + width
              + " entries ends after "
              + entries.size()
              + " with "
              + bundle.remaining()
              + " bytes left");
    }
    return entries;
  }

  private static byte[] next(ByteBuffer bundle) throws LedgerException {
    int start = bundle.position();
    int length = bundle.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(bundle.getShort());
    if (length < 0 || length > bundle.remaining()) {
      throw new LedgerException("the entry at byte " + start + " of a bundle is cut short");
    }
    byte[] entry = new byte[length];
    bundle.get(entry);
    return entry;
  }
}
