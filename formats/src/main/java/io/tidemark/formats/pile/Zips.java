package io.tidemark.formats.pile;

import io.tidemark.formats.ZipEnd;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Opens ZIP archives. Their directory is read into memory, so its size is looked at first
 * (APPNOTE.TXT 4.3.16). Names that are not marked as UTF-8 are GBK, as Chinese systems write them.
 */
final class Zips {
  private static final long DIRECTORY_BYTES = 64L << 20;

  private Zips() {}

  static ZipFile open(Path file) throws IOException {
    checkDirectory(file);
    return ZipFile.builder()
        .setPath(file)
        .setCharset(Charset.forName("GB18030"))
        .setIgnoreLocalFileHeader(true)
        .get();
  }

  /** All between the directory's first byte, or the file's where ZIP64 hides it, and the end. */
  private static void checkDirectory(Path file) throws IOException {
    ZipEnd end = ZipEnd.of(file).orElseThrow(() -> new IOException("no end record"));
    long directory = end.directoryBytes();
    long most = directory == 0xFFFFFFFFL ? Files.size(file) : directory;
    if (most > DIRECTORY_BYTES) {
      throw new TooMuch("压缩包的目录过大，拒绝打开", "the archive's directory is too large: not opened");
    }
  }
}
