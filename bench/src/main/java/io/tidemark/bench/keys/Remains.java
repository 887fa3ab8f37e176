package io.tidemark.bench.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks through files, byte by byte, for what must not be there. */
final class Remains {
  private static final int CHUNK = 1 << 20;
  private static final int LENGTH = 16;
  private static final int PREFIX_BITS = 24;

  private final Map<Long, byte[]> wanted = new HashMap<>();
  private final BitSet prefixes = new BitSet(1 << PREFIX_BITS);

  /** Looks for these, 16 bytes each. */
  Remains(Collection<byte[]> wanted) {
    for (byte[] one : wanted) {
      if (one.length != LENGTH) {
        throw new IllegalArgumentException("16 bytes, not " + one.length);
      }
      this.wanted.put(ByteBuffer.wrap(one).getLong(), one);
      prefixes.set(prefix(one, 0));
    }
  }

  private static int prefix(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
  }

  /** How many of them stand somewhere in a file below this folder. */
  int in(Path folder) throws IOException {
    Set<Long> found = new HashSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      look(file, found);
    }
    return found.size();
  }

  private void look(Path file, Set<Long> found) throws IOException {
    byte[] chunk = new byte[CHUNK + LENGTH - 1];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(chunk, 0, CHUNK);
          read > 0;
          read = in.readNBytes(chunk, kept, CHUNK)) {
        int size = kept + read;
        for (int at = 0; at + LENGTH <= size; at++) {
          if (prefixes.get(prefix(chunk, at)) && isWanted(chunk, at)) {
            found.add(ByteBuffer.wrap(chunk, at, LENGTH).getLong());
          }
        }
        kept = Math.min(LENGTH - 1, size);
        System.arraycopy(chunk, size - kept, chunk, 0, kept);
      }
    }
  }

  private boolean isWanted(byte[] chunk, int at) {
    byte[] one = wanted.get(ByteBuffer.wrap(chunk, at, LENGTH).getLong());
    return one != null && Arrays.equals(one, 0, LENGTH, chunk, at, at + LENGTH);
  }
}
