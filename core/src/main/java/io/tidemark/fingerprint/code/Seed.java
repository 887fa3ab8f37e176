package io.tidemark.fingerprint.code;

import com.google.errorprone.annotations.Immutable;
import java.util.HexFormat;

/**
 * The seed of the biases at one position: 16 bytes, {@code PRF(bias key, position)}. It is
 * committed to in the ledger with each release and revealed in evidence, without the bias key.
 * Immutable.
 */
@Immutable
public final class Seed {
  @SuppressWarnings("Immutable") // never handed out, never written after construction
  private final byte[] bytes;

  Seed(byte[] bytes) {
    if (bytes.length != Position.SIZE) {
      throw new IllegalArgumentException("a seed has 16 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The seed written as 32 hexadecimal digits. */
  public static Seed parse(String hex) {
    return new Seed(HexFormat.of().parseHex(hex));
  }

  /** A copy of the 16 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Byte {@code i}, 0 to 255. */
  int at(int i) {
    return bytes[i] & 0xff;
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
