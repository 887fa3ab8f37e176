package io.tidemark.store.tiles;

import io.tidemark.ledger.EntryBundle;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.Tile;
import io.tidemark.ledger.TileHashes;
import io.tidemark.ledger.TileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reading the folder of a log: which tiles and bundles it has, in which widths, with what bytes.
 */
final class LogFolder implements TileSource {
  static final String CHECKPOINT = "checkpoint";

  /** 256 entries with their lengths: no file of a log is larger. */
  private static final int LARGEST = 256 * (2 + EntryBundle.MAX_ENTRY);

  private final Path root;

  LogFolder(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** The file's bytes; of a file larger than any of a log's, only so many that it is refused. */
  byte[] bytes(String path) throws IOException {
    try (InputStream file = Files.newInputStream(root.resolve(path))) {
      return file.readNBytes(LARGEST + 1);
    }
  }

  boolean has(String path) {
    return Files.isRegularFile(root.resolve(path));
  }

  /** The widths in which the tile or bundle with this full path is on disk, widest first. */
  List<Integer> widths(String fullPath) throws IOException {
    Stream<Integer> full = has(fullPath) ? Stream.of(Tile.FULL) : Stream.empty();
    return Stream.concat(full, partialWidths(fullPath)).toList();
  }

  private Stream<Integer> partialWidths(String fullPath) throws IOException {
    return names(root.resolve(fullPath + ".p")).stream()
        .filter(name -> name.matches("[1-9][0-9]{0,2}"))
        .map(Integer::valueOf)
        .filter(width -> width < Tile.FULL)
        .sorted(Comparator.reverseOrder());
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return StreamSupport.stream(files.spliterator(), false)
          .map(file -> String.valueOf(file.getFileName()))
          .toList();
    }
  }

  @Override
  public TileHashes read(Tile tile) throws IOException {
    Tile kept = kept(tile);
    try {
      return TileHashes.decode(bytes(kept.path()), kept.width()).first(tile.width());
    } catch (LedgerException e) {
      throw new TileFault(kept.path(), e);
    }
  }

  /** That tile, or the narrowest wider one on disk that begins with it. */
  private Tile kept(Tile tile) throws IOException {
    int width = widthFor(tile.full().path(), tile.path(), tile.width());
    return new Tile(tile.level(), tile.index(), width);
  }

  /** The entries of that bundle, also out of a wider one that begins with it. */
  List<byte[]> read(EntryBundle bundle) throws IOException {
    String full = bundle.full().path();
    int width = widthFor(full, bundle.path(), bundle.width());
    EntryBundle kept = new EntryBundle(bundle.index(), width);
    try {
      return kept.decode(bytes(kept.path())).subList(0, bundle.width());
    } catch (LedgerException e) {
      throw new TileFault(kept.path(), e);
    }
  }

  private int widthFor(String fullPath, String path, int width) throws IOException {
    if (has(path)) {
      return width;
    }
    return widths(fullPath).stream()
        .filter(kept -> kept > width)
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new TileFault(path, "is missing"));
  }

  /** Entries of which any bundle or tile of hashes speaks: 0 for a new log. */
  long size() throws IOException {
    long hashed = end(index -> new Tile(0, index, Tile.FULL).path());
    return Math.max(hashed, end(index -> new EntryBundle(index, Tile.FULL).path()));
  }

  /** Where the unbroken run of files from index 0 ends, counted in their members. */
  private long end(LongFunction<String> fullPath) throws IOException {
    long beyond = 1;
    while (exists(fullPath, beyond - 1)) {
      beyond *= 2;
    }
    long present = beyond / 2;
    while (beyond - present > 1) {
      long middle = (present + beyond) >>> 1;
      if (exists(fullPath, middle - 1)) {
        present = middle;
      } else {
        beyond = middle;
      }
    }
    return present == 0
        ? 0
        : (present - 1) * Tile.FULL + widths(fullPath.apply(present - 1)).get(0);
  }

  private boolean exists(LongFunction<String> fullPath, long index) throws IOException {
    return !widths(fullPath.apply(index)).isEmpty();
  }
}
