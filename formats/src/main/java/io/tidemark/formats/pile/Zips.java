package io.tidemark.formats.pile;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Opens ZIP archives. Their directory is read into memory, so its size is looked at first
 * (APPNOTE.TXT 4.3.16). Names that are not marked as UTF-8 are GBK, as Chinese systems write them.
 */
final class Zips {
  private static final int END_RECORD = 22;
  private static final int COMMENT = 0xFFFF;
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
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(bytes.length(), END_RECORD + COMMENT);
      ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.seek(bytes.length() - length);
      bytes.readFully(tail.array());
      int end = length - END_RECORD;
      while (end >= 0 && tail.getInt(end) != 0x06054b50) {
        end--;
      }
      if (end < 0) {
        throw new IOException("no end record");
      }
      long directory = tail.getInt(end + 12) & 0xFFFFFFFFL;
      long most = directory == 0xFFFFFFFFL ? bytes.length() : directory;
      if (most > DIRECTORY_BYTES) {
        throw new TooMuch("压缩包的目录过大，拒绝打开", "the archive's directory is too large: not opened");
      }
    }
  }
}
