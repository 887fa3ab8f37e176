package io.tidemark.vault;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A person's salt: 16 random bytes. With the home's data and commitment keys it gives the person's
 * keys; destroying it destroys them. Immutable.
 */
public final class Salt {
  /** Length in bytes. */
  public static final int SIZE = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  private Salt(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a salt has 16 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The salt with these 16 bytes. */
  public static Salt of(byte[] bytes) {
    return new Salt(bytes.clone());
  }

  /** A fresh random salt. */
  public static Salt draw() {
    byte[] bytes = new byte[SIZE];
    RANDOM.nextBytes(bytes);
    return new Salt(bytes);
  }

  /** A copy of the 16 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Hexadecimal, for keys of maps. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
