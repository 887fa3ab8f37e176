package io.tidemark.store.tiles;

import io.tidemark.ledger.EntryBundle;
import io.tidemark.ledger.Tile;
import io.tidemark.ledger.TileHashes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Writes bundles and tiles where none stand yet, and compares where some do. */
final class TileWriter implements AutoCloseable {
  private final LogFolder folder;
  private final DurableFiles files;

  TileWriter(LogFolder folder) {
    this.folder = folder;
    this.files = new DurableFiles(folder.root());
  }

  /** Writes the bundles that a growth by {@code entries} from {@code first} touches. */
  void entries(long first, List<byte[]> entries) throws IOException {
    Iterator<EntryBundle> bundles = EntryBundle.growth(first, first + entries.size()).iterator();
    int written = 0;
    while (bundles.hasNext()) {
      EntryBundle bundle = bundles.next();
      int before = written == 0 ? (int) (first % Tile.FULL) : 0;
      List<byte[]> members = new ArrayList<>(preceding(bundle, before));
      int end = written + bundle.width() - before;
      members.addAll(entries.subList(written, end));
      written = end;
      put(bundle.full().path(), bundle.width(), EntryBundle.encode(members));
    }
  }

  private List<byte[]> preceding(EntryBundle bundle, int width) throws IOException {
    return width == 0 ? List.of() : folder.read(new EntryBundle(bundle.index(), width));
  }

  void tile(Tile tile, TileHashes hashes) throws IOException {
    put(tile.full().path(), tile.width(), hashes.encode());
  }

  /** Every file at one place begins with the same bytes, whatever its width. */
  private void put(String fullPath, int width, byte[] bytes) throws IOException {
    List<Integer> widths = folder.widths(fullPath);
    for (int kept : widths) {
      String path = path(fullPath, kept);
      if (!agree(folder.bytes(path), bytes, Integer.compare(kept, width))) {
        throw new TileFault(path, "holds other bytes than those that belong there");
      }
    }
    boolean full = widths.contains(Tile.FULL);
    if (!full && !widths.contains(width)) {
      files.write(path(fullPath, width), bytes);
    }
    if (full || width == Tile.FULL) {
      files.remove(
          widths.stream()
              .filter(kept -> kept < Tile.FULL)
              .map(kept -> path(fullPath, kept))
              .toList());
    }
  }

  /** Whether the narrower of the two begins the wider, or both are equal where the widths are. */
  private static boolean agree(byte[] kept, byte[] given, int wider) {
    if (wider == 0) {
      return Arrays.equals(kept, given);
    }
    byte[] beginning = wider < 0 ? kept : given;
    byte[] whole = wider < 0 ? given : kept;
    return Arrays.mismatch(beginning, whole) == beginning.length;
  }

  static String path(String fullPath, int width) {
    return width == Tile.FULL ? fullPath : fullPath + ".p/" + width;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
