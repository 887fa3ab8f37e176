package io.tidemark.store.tiles;

import io.tidemark.ledger.EntryBundle;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.Tile;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads all files of one bundle, and gives leaf hashes even when no entry can be read. */
record BundleReading(LogFolder folder, Examination.Listener faults) {
  List<Digest> leaves(EntryBundle bundle) throws IOException {
    try {
      List<byte[]> entries = folder.read(bundle);
      for (int width : folder.widths(bundle.full().path())) {
        if (width < bundle.width()) {
          String path = TileWriter.path(bundle.full().path(), width);
          compare(path, EntryBundle.encode(entries.subList(0, width)));
        }
      }
      return entries.stream().map(Merkle::leaf).toList();
    } catch (TileFault e) {
      faults.fault(e.file(), "条目不可读：" + e.getMessage(), "cannot be read: " + e.getMessage());
      return hashes(bundle);
    }
  }

  private void compare(String path, byte[] expected) throws IOException {
    try {
      if (!Arrays.equals(expected, folder.bytes(path))) {
        faults.fault(path, "与较宽的同一文件不符", "differs from the wider file of the same entries");
      }
    } catch (NoSuchFileException e) {
      // a partial file that has gone since, its full one being there
    }
  }

  /** The hashes on disk in place of unreadable entries, so that the levels above are judged. */
  private List<Digest> hashes(EntryBundle bundle) throws IOException {
    try {
      return folder.read(new Tile(0, bundle.index(), bundle.width())).hashes();
    } catch (TileFault e) {
      faults.fault(e.file(), "哈希也不可读", "its hashes cannot be read either");
      return Collections.nCopies(bundle.width(), Merkle.EMPTY);
    }
  }
}
