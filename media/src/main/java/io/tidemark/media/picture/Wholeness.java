package io.tidemark.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Whether a file reaches its own end. Readers show what a file that was cut off still has, and say
 * nothing. Stateless, thread-safe.
 */
final class Wholeness {
  private static final int JPEG = 0xffd8;
  private static final long PNG = 0x89504e470d0a1a0aL;
  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int AROUND_DATA = 12;

  private Wholeness() {}

  /** Of a JPEG and a PNG whether it is whole; of other files that nothing speaks against it. */
  static boolean whole(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length > Long.BYTES && in.getLong(0) == PNG) {
      return png(in.position(Long.BYTES));
    }
    return bytes.length < 2 || (in.getShort(0) & 0xffff) != JPEG || jpeg(bytes);
  }

  /** The chunks up to IEND, each with its check sum (ISO/IEC 15948). */
  private static boolean png(ByteBuffer in) {
    while (in.remaining() >= AROUND_DATA) {
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - Long.BYTES) {
        return false;
      }
      CRC32 sum = new CRC32();
      sum.update(in.array(), in.position(), length + Integer.BYTES);
      String type = new String(in.array(), in.position(), Integer.BYTES, StandardCharsets.US_ASCII);
      in.position(in.position() + Integer.BYTES + length);
      if (in.getInt() != (int) sum.getValue()) {
        return false;
      }
      if (type.equals("IEND")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the end is marked behind the first scan (ITU-T T.81, B.1.1): in coded data no byte
   * {@code ff} has {@code d9} behind it, and a thumbnail with an end of its own lies before it.
   */
  private static boolean jpeg(byte[] bytes) {
    int at = 2;
    while (at + 4 <= bytes.length && (bytes[at + 1] & 255) != START_OF_SCAN) {
      boolean filled = (bytes[at + 1] & 255) == 255;
      at += filled ? 1 : 2 + ((bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255);
    }
    for (; at + 1 < bytes.length; at++) {
      if ((bytes[at] & 255) == 255 && (bytes[at + 1] & 255) == END) {
        return true;
      }
    }
    return false;
  }
}
