package io.tidemark.store.tiles;

import io.tidemark.ledger.EntryBundle;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.Tile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Finds files that no log of this size has. */
record Strays(LogFolder folder, long size, Examination.Listener faults) {
  void look() throws IOException {
    Path tiles = folder.root().resolve("tile");
    if (!Files.exists(tiles)) {
      return;
    }
    Files.walkFileTree(
        tiles,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            judge(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // a temporary or partial file that has gone since
          }
        });
  }

  private void judge(Path file) throws IOException {
    String path = folder.root().relativize(file).toString();
    boolean unfinished = String.valueOf(file.getFileName()).startsWith(DurableFiles.TEMPORARY);
    if (unfinished || has(path, size) || has(path, folder.size())) {
      return;
    }
    faults.fault(path, "日志中没有这样的文件", "is no file of this log");
  }

  private static boolean has(String path, long size) {
    try {
      return path.startsWith("tile/entries/")
          ? EntryBundle.parse(path).end() <= size
          : Tile.parse(path).within(size);
    } catch (LedgerException e) {
      return false;
    }
  }
}
