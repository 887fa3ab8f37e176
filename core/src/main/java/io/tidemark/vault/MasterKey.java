package io.tidemark.vault;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key that wraps all other keys. It is kept apart from the data: in a file, elsewhere, or in a
 * token that never gives it away. Thread-safe; hides itself.
 */
public interface MasterKey {
  /** Length in bytes of one that is written down. */
  int SIZE = 32;

  /**
   * The key written as 64 hexadecimal digits, for a home of this suite; surrounding white space is
   * ignored.
   */
  static MasterKey parse(Suite suite, String hex) {
    byte[] key;
    try {
      key = HexFormat.of().parseHex(hex.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a master key is written as 64 hexadecimal digits");
    }
    if (key.length != SIZE) {
      throw new IllegalArgumentException("a master key is written as 64 hexadecimal digits");
    }
    return new HeldKey(suite, key);
  }

  /** A fresh key as 64 hexadecimal digits, for its file. */
  static String draw() {
    byte[] key = new byte[SIZE];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /** Encrypts a secret under this key, bound to its name. */
  byte[] wrap(byte[] key, String name);

  /** Opens what {@link #wrap} gave for the same name. */
  byte[] unwrap(byte[] wrapped, String name) throws WrongKey;
}
