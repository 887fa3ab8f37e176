package io.tidemark.formats.pile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where packed files lie while they are read: a folder of the process alone (0700, files 0600),
 * which goes with it. Not thread-safe.
 */
final class Spool implements Closeable {
  private final PileLimits limits;
  private @Nullable Path folder;
  private long total;
  private long number;

  Spool(PileLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks one file.
   *
   * @param packed its packed size; 0 where nobody knows it
   * @throws TooMuch when it is a bomb; nothing of it is left then
   */
  Path take(InputStream in, long packed) throws IOException {
    Path file = folder().resolve(Long.toString(number++));
    boolean whole = false;
    try (OutputStream out =
        Files.newOutputStream(
            Files.createFile(file, mode("rw-------")), StandardOpenOption.WRITE)) {
      copy(in, out, packed);
      whole = true;
      return file;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Whether a file lies here. */
  boolean holds(Path file) {
    return folder != null && file.startsWith(folder);
  }

  private void copy(InputStream in, OutputStream out, long packed) throws IOException {
    byte[] window = new byte[1 << 16];
    long bytes = 0;
    Patience.Running time = limits.patience().begin();
    for (int count = in.read(window); count >= 0; count = in.read(window)) {
      bytes += count;
      total += count;
      if (bytes > limits.fileBytes() || total > limits.totalBytes()) {
        throw new TooMuch("解压后超过大小上限", "it unpacks to more bytes than the limit");
      }
      if (packed > 0 && bytes > limits.ratioFrom() && bytes / packed > limits.ratio()) {
        throw new TooMuch("解压后过大，疑似压缩炸弹", "it inflates beyond all measure: perhaps a bomb");
      }
      if (time.over()) {
        throw new TooMuch(limits.patience().words());
      }
      write(out, window, count);
    }
  }

  private static void write(OutputStream out, byte[] window, int count) throws TooMuch {
    try {
      out.write(window, 0, count);
    } catch (IOException e) {
      throw new TooMuch("临时文件夹写不下，未解压", "no room to unpack it: is the temporary folder full?");
    }
  }

  private Path folder() throws IOException {
    Path known = folder;
    if (known == null) {
      known = Files.createTempDirectory("tidemark-scan-", mode("rwx------"));
      folder = known;
    }
    return known;
  }

  private static FileAttribute<?> mode(String rwx) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rwx));
  }

  @Override
  public void close() throws IOException {
    Path known = folder;
    if (known == null) {
      return;
    }
    try (Stream<Path> files = Files.list(known)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(known);
    folder = null;
  }
}
