package io.tidemark.formats.pile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
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
