package io.tidemark.formats;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The record at the end of a ZIP file, which says how large its directory is before anything of it
 * is read (APPNOTE.TXT 4.3.16).
 *
 * @param entries how many entries it declares; 65,535 where ZIP64 has the number
 * @param directoryBytes the size of the directory; 4,294,967,295 where ZIP64 has it
 * @param zip64 whether number or place of the directory stand in ZIP64's own record
 * @param last whether nothing stands behind it but the comment that it declares
 */
public record ZipEnd(int entries, long directoryBytes, boolean zip64, boolean last) {
  private static final int RECORD = 22;
  private static final int COMMENT = 0xFFFF;

  /** The last such record of a file. */
  public static Optional<ZipEnd> of(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(bytes.length(), RECORD + COMMENT);
      ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.seek(bytes.length() - length);
      bytes.readFully(tail.array());
      for (int end = length - RECORD; end >= 0; end--) {
        if (tail.getInt(end) == 0x06054b50) {
          return Optional.of(at(tail, end));
        }
      }
      return Optional.empty();
    }
  }

  private static ZipEnd at(ByteBuffer tail, int end) {
    int entries = tail.getShort(end + 10) & 0xFFFF;
    return new ZipEnd(
        entries,
        tail.getInt(end + 12) & 0xFFFFFFFFL,
        entries == 0xFFFF || tail.getInt(end + 16) == -1,
        end + RECORD + (tail.getShort(end + 20) & 0xFFFF) == tail.capacity());
  }
}
