package io.tidemark.fingerprint.code;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Names the content of one marked value: 16 bytes, a keyed pseudo-random function of the content,
 * so that equal contents are one position and nobody can read the content from it. Immutable,
 * compared by value.
 */
@Immutable
public final class Position {
  /** Length in bytes: one block of the cipher that draws the symbols. */
  public static final int SIZE = 16;

  @SuppressWarnings("Immutable") // never handed out, never written after construction
  private final byte[] bytes;

  private Position(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The position with the first 16 of these bytes. */
  public static Position of(byte[] bytes) {
    if (bytes.length < SIZE) {
      throw new IllegalArgumentException("a position has 16 bytes, not " + bytes.length);
    }
    return new Position(Arrays.copyOf(bytes, SIZE));
  }

  /** The position written as 32 hexadecimal digits. */
  public static Position parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /** A copy of the 16 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
