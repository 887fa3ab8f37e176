package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.ZipEnd;
import io.tidemark.terms.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The ZIP around a workbook, opened only after its directory was found to be small and harmless.
 * Java reads the whole directory into memory, so the count and size at the file's end are looked at
 * first (APPNOTE.TXT 4.3.16); ZIP64 directories, which no real workbook needs, are refused.
 */
final class Archive implements Closeable {
  private static final int DIRECTORY_BYTES = 16 << 20;

  private final Path file;
  private final Limits limits;
  private final ZipFile zip;
  private long inflated;

  private Archive(Path file, Limits limits, ZipFile zip) {
    this.file = file;
    this.limits = limits;
    this.zip = zip;
  }

  static Archive open(Path file, Limits limits) throws IOException, Unreadable {
    checkEnd(file, limits);
    Archive archive = new Archive(file, limits, zip(file));
    try {
      archive.checkEntries();
      return archive;
    } catch (Unreadable e) {
      archive.close();
      throw e;
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** The content of a part, watched while it inflates; empty when there is none. */
  private Optional<InputStream> part(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    long packed = Math.max(1, entry.getCompressedSize());
    long byRatio = Math.max(limits.ratioFrom(), packed * limits.inflationRatio());
    return Optional.of(new WatchedPart(zip.getInputStream(entry), byRatio, this::inflated));
  }

  /** The XML of a part that must be there. */
  PartXml xml(String name) throws Unreadable {
    try {
      Optional<InputStream> in = part(name);
      if (in.isPresent()) {
        return new PartXml(file, in.get());
      }
    } catch (IOException e) {
      throw damaged(file);
    }
    throw Unreadable.file(file, new Words("工作簿缺少必要部分", "a part of the workbook is missing"));
  }

  private void inflated(int bytes) throws IOException {
    inflated += bytes;
    if (inflated > limits.inflatedBytes()) {
      throw new WatchedPart.Bomb();
    }
  }

  private static ZipFile zip(Path file) throws Unreadable {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file);
    }
  }

  private static void checkEnd(Path file, Limits limits) throws IOException, Unreadable {
    ZipEnd end = ZipEnd.of(file).filter(ZipEnd::last).orElseThrow(() -> damaged(file));
    if (end.zip64()
        || end.entries() > limits.workbookEntries()
        || end.directoryBytes() > DIRECTORY_BYTES) {
      throw Unreadable.file(
          file, new Words("压缩包内文件过多，拒绝打开", "too many entries in the archive: not opened"));
    }
  }

  private void checkEntries() throws Unreadable {
    long declared = 0;
    int count = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); count++) {
      ZipEntry entry = all.nextElement();
      String name = entry.getName().replace('\\', '/');
      if (name.startsWith("/") || ("/" + name + "/").contains("/../") || name.contains(":")) {
        throw Unreadable.file(
            file, new Words("压缩包内有越出目录的路径", "an entry's name leads out of the archive"));
      }
      declared += Math.max(0, entry.getSize());
    }
    if (count > limits.workbookEntries() || declared > limits.inflatedBytes()) {
      throw bomb(file);
    }
  }

  Unreadable damaged() {
    return damaged(file);
  }

  private static Unreadable damaged(Path file) {
    return Unreadable.file(file, new Words("压缩包已损坏", "the archive is damaged"));
  }

  static Unreadable bomb(Path file) {
    return Unreadable.file(
        file, new Words("解压后过大，疑似压缩炸弹", "it inflates beyond all measure: perhaps a ZIP bomb"));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
