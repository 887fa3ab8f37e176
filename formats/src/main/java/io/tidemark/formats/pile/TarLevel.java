package io.tidemark.formats.pile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files in a TAR. */
final class TarLevel implements Level {
  private final Packed packed;
  private final InputStream file;
  private final TarArchiveInputStream tar;

  TarLevel(Path file, Packed packed) throws IOException {
    this.packed = packed;
    this.file = new BufferedInputStream(Files.newInputStream(file));
    this.tar = new TarArchiveInputStream(this.file, "GB18030");
  }

  @Override
  public @Nullable Lying next() throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null) {
      String path = packed.inside(entry.getName());
      if (entry.isSymbolicLink() || entry.isLink()) {
        return Skipped.of(path, "压缩包里的链接，不跟随", "a link within an archive: not followed");
      }
      if (entry.isFile()) {
        return packed.item(path, tar, 0);
      }
      entry = tar.getNextEntry();
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    tar.close();
    file.close();
  }
}
