package io.tidemark.store.tiles;

import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.Cosignature;
import io.tidemark.ledger.EntryBundle;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.Tile;
import io.tidemark.ledger.TileEdge;
import io.tidemark.ledger.TileHashes;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One reading of all the log's files. Only what was there when it began is judged. */
final class Examination {
  private final LogFolder folder;
  private final VerifierKey log;
  private final Consumer<Fault> told;
  private long faults;

  Examination(LogFolder folder, VerifierKey log, Consumer<Fault> told) {
    this.folder = folder;
    this.log = log;
    this.told = told;
  }

  Fsck run(List<VerifierKey> witnesses) throws IOException {
    Optional<Checkpoint> head = head(witnesses);
    long published = head.map(Checkpoint::size).orElse(0L);
    long size = Math.max(published, folder.size());
    require(published);
    Digest root = recompute(published, size);
    if (head.isPresent() && !head.get().root().equals(root)) {
      String roots = head.get().root() + " ≠ " + root;
      fault(LogFolder.CHECKPOINT, "根与条目不符：" + roots, "root and entries differ: " + roots);
    }
    new Strays(folder, size, this::fault).look();
    return new Fsck(size, published, root, faults);
  }

  private void fault(String file, String zh, String en) {
    faults++;
    told.accept(Fault.of(file, zh, en));
  }

  private Optional<Checkpoint> head(List<VerifierKey> witnesses) throws IOException {
    if (!folder.has(LogFolder.CHECKPOINT)) {
      fault(LogFolder.CHECKPOINT, "缺少签名的日志头", "the signed head is missing");
      return Optional.empty();
    }
    try {
      SignedNote note = SignedNote.parse(folder.bytes(LogFolder.CHECKPOINT));
      Checkpoint head = Checkpoint.open(note, log);
      for (VerifierKey witness : witnesses) {
        Cosignature.require(note, witness);
      }
      return Optional.of(head);
    } catch (LedgerException e) {
      fault(
          LogFolder.CHECKPOINT, "签名或格式有误：" + e.getMessage(), "does not verify: " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * A published log has each of its tiles, or the full one in place of a partial one. Missing
   * bundles are found where they are read, save the last one's older width.
   */
  private void require(long published) {
    Tile.growth(0, published).forEach(tile -> require(tile.path(), tile.full().path()));
    EntryBundle.growth(published - published % Tile.FULL, published)
        .forEach(bundle -> require(bundle.path(), bundle.full().path()));
  }

  private void require(String path, String full) {
    if (!folder.has(path) && !folder.has(full)) {
      fault(path, "缺少文件", "is missing");
    }
  }

  /** Compares every tile with its recomputation; the root at the published size. */
  private Digest recompute(long published, long size) throws IOException {
    TileEdge edge = TileEdge.empty();
    Digest root = edge.root();
    Iterator<EntryBundle> bundles = EntryBundle.growth(0, size).iterator();
    while (bundles.hasNext()) {
      for (Digest leaf : leaves(bundles.next())) {
        edge.add(leaf, this::compare);
        if (edge.size() == published) {
          root = edge.root();
        }
      }
    }
    edge.partials(this::compare);
    return root;
  }

  private void compare(Tile tile, TileHashes hashes) throws IOException {
    String full = tile.full().path();
    byte[] computed = hashes.encode();
    for (int width : folder.widths(full)) {
      if (width <= tile.width()) {
        compare(TileWriter.path(full, width), Arrays.copyOf(computed, width * Digest.SIZE));
      }
    }
  }

  private void compare(String path, byte[] expected) throws IOException {
    int differs;
    try {
      differs = Arrays.mismatch(expected, folder.bytes(path));
    } catch (NoSuchFileException e) {
      return; // a partial tile that has gone since, its full one being there
    }
    if (differs >= 0) {
      int hash = differs / Digest.SIZE;
      fault(
          path,
          "第 " + hash + " 个哈希与下层重算结果不符（从 0 数起）",
          "hash " + hash + " (from 0) is not what the level below gives");
    }
  }

  private List<Digest> leaves(EntryBundle bundle) throws IOException {
    return new BundleReading(folder, this::fault).leaves(bundle);
  }

  /** Receives a fault. */
  @FunctionalInterface
  interface Listener {
    void fault(String file, String zh, String en);
  }
}
