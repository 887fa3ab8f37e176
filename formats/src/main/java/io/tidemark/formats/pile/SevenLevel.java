package io.tidemark.formats.pile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/**
 * The files in a 7z archive, in the order in which they are packed: many lie in one stream. Its
 * directory and its dictionaries may take no more memory than those of an XZ file.
 */
final class SevenLevel implements Level {
  private static final int KIBIBYTES = 100 << 10;

  /** How the library's message begins where it has no coder for a method. */
  private static final String UNSUPPORTED = "Unsupported compression method";

  private static final int UNIX_TYPE = 0xF000 << 16;
  private static final int UNIX_LINK = 0xA000 << 16;

  private final Packed packed;
  private final Path file;
  private @Nullable SevenZFile archive;
  private boolean ended;

  SevenLevel(Path file, Packed packed) {
    this.file = file;
    this.packed = packed;
  }

  @Override
  public @Nullable Lying next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      return entry();
    } catch (PasswordRequiredException e) {
      ended = true;
      return Skipped.of(packed.path(), "有密码保护", "it is protected by a password");
    } catch (MemoryLimitException e) {
      throw new TooMuch("解压需要的内存过多，拒绝打开", "unpacking it takes too much memory: not opened");
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).startsWith(UNSUPPORTED)) {
        ended = true;
        return Skipped.of(packed.path(), "压缩方法不支持", "it is packed in a way that is not read here");
      }
      throw e;
    }
  }

  private @Nullable Lying entry() throws IOException {
    SevenZFile open = open();
    SevenZArchiveEntry entry = open.getNextEntry();
    while (entry != null && (entry.isDirectory() || entry.isAntiItem())) {
      entry = open.getNextEntry();
    }
    if (entry == null) {
      ended = true;
      return null;
    }
    String path = packed.inside(String.valueOf(entry.getName()));
    if (link(entry)) {
      return Skipped.of(path, "压缩包里的链接，不跟随", "a link within an archive: not followed");
    }
    return packed.item(path, new Content(open), Files.size(file));
  }

  private SevenZFile open() throws IOException {
    SevenZFile known = archive;
    if (known == null) {
      known = SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(KIBIBYTES).get();
      archive = known;
    }
    return known;
  }

  private static boolean link(SevenZArchiveEntry entry) {
    return entry.getHasWindowsAttributes()
        && (entry.getWindowsAttributes() & UNIX_TYPE) == UNIX_LINK;
  }

  /** What the entry holds that the archive has gone to. */
  private static final class Content extends InputStream {
    private final SevenZFile archive;

    Content(SevenZFile archive) {
      this.archive = archive;
    }

    @Override
    public int read() throws IOException {
      return archive.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return archive.read(into, offset, length);
    }
  }

  @Override
  public void close() throws IOException {
    SevenZFile known = archive;
    if (known != null) {
      known.close();
    }
  }
}
