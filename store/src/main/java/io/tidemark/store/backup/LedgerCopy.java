package io.tidemark.store.backup;

import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.SignedNote;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFolder;
import io.tidemark.store.tiles.TileFault;
import io.tidemark.store.tiles.TileFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The published ledger and its anchors, copied so that a copy only grows. */
final class LedgerCopy {
  private static final int BATCH = 4_096;

  private LedgerCopy() {}

  /**
   * Brings the copy in a backup up to the home's ledger, which is published first.
   *
   * @return how many entries it has then
   * @throws BackupFault when the home's ledger does not continue the copy
   */
  static long update(Home home, BackupFolder to) throws BackupFault, IOException, LedgerException {
    SignedNote head = home.ledger().publish();
    try {
      long size = copy(home.ledger().tiles(), head, to.ledger(home.ledger().key()));
      anchors(home.folder().path().resolve("anchors"), to.anchors());
      return size;
    } catch (TileFault e) {
      throw new BackupFault(
          "备份中的账本与本目录的账本不是同一份延续（" + e.getMessage() + "）：请执行 ledger fsck，并另备份到新目录",
          "the ledger in the backup is not continued by this home's ("
              + e.getMessage()
              + "): run ledger fsck, and back up into a new folder");
    }
  }

  /** Copies a whole log with its head. */
  static void copy(TileFiles from, TileFiles to) throws IOException, LedgerException {
    SignedNote head = from.checkpoint();
    if (head != null) {
      copy(from, head, to);
    }
  }

  /** Copies what is missing; other bytes than those that are there already are a fault. */
  static long copy(TileFiles from, SignedNote head, TileFiles to)
      throws IOException, LedgerException {
    long size = Checkpoint.parse(head.text()).size();
    long written = to.publishedSize();
    while (written < size) {
      List<byte[]> entries = from.entries(written, (int) Math.min(BATCH, size - written));
      to.append(written, entries);
      written += entries.size();
    }
    to.publish(head);
    return size;
  }

  /** Copies what was anchored; a cosignature that came since takes the place of the older file. */
  static void anchors(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path file : all) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        HomeFolder.folder(target);
      } else if (!Objects.toString(file.getFileName()).startsWith(".")) {
        HomeFolder.write(target, Files.readAllBytes(file));
      }
    }
  }
}
