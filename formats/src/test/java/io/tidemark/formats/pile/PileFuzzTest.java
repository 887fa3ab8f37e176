package io.tidemark.formats.pile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the bytes: files or reasons, and an end. */
class PileFuzzTest {
  private static final PileLimits SMALL =
      new PileLimits(3, 1000, 1 << 20, 4 << 20, 100, 1 << 16, Patience.USUAL);
  private static final byte[][] BEGINNINGS = {
    {'P', 'K', 3, 4},
    {0x1F, (byte) 0x8B, 8},
    {'B', 'Z', 'h', '9', '1', 'A', 'Y', '&', 'S', 'Y'},
    {(byte) 0xFD, '7', 'z', 'X', 'Z', 0},
    {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4},
    {}
  };

  @FuzzTest
  void anyBytesAreGoneThrough(byte[] bytes) throws IOException {
    readAll(bytes);
  }

  @Property(tries = 200)
  void anyBeginningIsGoneThrough(@ForAll byte[] bytes, @ForAll int which) throws IOException {
    byte[] beginning = BEGINNINGS[Math.floorMod(which, BEGINNINGS.length)];
    byte[] all = java.util.Arrays.copyOf(beginning, beginning.length + bytes.length);
    System.arraycopy(bytes, 0, all, beginning.length, bytes.length);
    readAll(all);
    byte[] tar = new byte[1536 + bytes.length];
    System.arraycopy(bytes, 0, tar, 0, Math.min(bytes.length, 257));
    System.arraycopy(new byte[] {'u', 's', 't', 'a', 'r', 0, '0', '0'}, 0, tar, 257, 8);
    System.arraycopy(bytes, 0, tar, 512, bytes.length);
    readAll(tar);
  }

  @Property(tries = 500)
  void a7zArchiveWithNoiseInItIsGoneThrough(
      @ForAll int place, @ForAll byte value, @ForAll int other, @ForAll byte further)
      throws IOException {
    byte[] all;
    try (InputStream in =
        Objects.requireNonNull(PileFuzzTest.class.getResourceAsStream("seven/plain.7z"))) {
      all = in.readAllBytes();
    }
    all[Math.floorMod(place, all.length)] = value;
    all[Math.floorMod(other, all.length)] = further;
    readAll(repaired(all));
  }

  /** With the sums that the archive's head holds of its end, or no noise would come past them. */
  private static byte[] repaired(byte[] all) {
    ByteBuffer head = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    long from = 32 + head.getLong(12);
    long size = head.getLong(20);
    if (from < 32 || size < 0 || from > all.length || size > all.length - from) {
      return all;
    }
    CRC32 sum = new CRC32();
    sum.update(all, (int) from, (int) size);
    head.putInt(28, (int) sum.getValue());
    sum.reset();
    sum.update(all, 12, 20);
    head.putInt(8, (int) sum.getValue());
    return all;
  }

  private static void readAll(byte[] bytes) throws IOException {
    try (Pile pile = Pile.of(new ByteArrayInputStream(bytes), List.of(), SMALL)) {
      for (Lying lying = pile.next(); lying != null; lying = pile.next()) {
        if (lying instanceof Item item) {
          Files.size(item.file());
        }
      }
    }
  }
}
