package io.tidemark.formats.pile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files in a ZIP, in the natural order of their names. */
final class ZipLevel implements Level {
  private final Packed packed;
  private final ZipFile zip;
  private final Iterator<ZipArchiveEntry> entries;

  ZipLevel(Path file, Packed packed) throws IOException {
    this.packed = packed;
    zip = Zips.open(file);
    List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
    all.sort(Comparator.comparing(ZipArchiveEntry::getName, NaturalOrder.NAMES));
    entries = all.iterator();
  }

  @Override
  public @Nullable Lying next() throws IOException {
    while (entries.hasNext()) {
      ZipArchiveEntry entry = entries.next();
      if (!entry.isDirectory()) {
        return file(entry);
      }
    }
    return null;
  }

  private Lying file(ZipArchiveEntry entry) throws IOException {
    String path = packed.inside(entry.getName());
    if (entry.isUnixSymlink()) {
      return Skipped.of(path, "压缩包里的链接，不跟随", "a link within an archive: not followed");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return Skipped.of(path, "有密码保护", "it is protected by a password");
    }
    if (!zip.canReadEntryData(entry)) {
      return Skipped.of(path, "压缩方法不支持", "it is packed in a way that is not read here");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return packed.item(path, in, Math.max(1, entry.getCompressedSize()));
    } catch (ZipException e) {
      return Skipped.of(path, "压缩包已损坏", "the archive is damaged");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
