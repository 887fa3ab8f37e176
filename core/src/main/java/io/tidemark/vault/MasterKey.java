package io.tidemark.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key that wraps all other keys (AES-256-GCM). It is kept apart from the data. Immutable,
 * thread-safe; hides itself.
 */
public final class MasterKey {
  /** Length in bytes. */
  public static final int SIZE = 32;

  private final AesGcmJce aead;

  private MasterKey(byte[] key) {
    try {
      aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a master key has 32 bytes", e);
    }
  }

  /** The key written as 64 hexadecimal digits; surrounding white space is ignored. */
  public static MasterKey parse(String hex) {
    byte[] key;
    try {
      key = HexFormat.of().parseHex(hex.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a master key is written as 64 hexadecimal digits");
    }
    if (key.length != SIZE) {
      throw new IllegalArgumentException("a master key is written as 64 hexadecimal digits");
    }
    return new MasterKey(key);
  }

  /** A fresh key as 64 hexadecimal digits, for its file. */
  public static String draw() {
    byte[] key = new byte[SIZE];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /** Encrypts a secret under this key, bound to its name. */
  public byte[] wrap(byte[] key, String name) {
    try {
      return aead.encrypt(key, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM always encrypts", e);
    }
  }

  /** Opens what {@link #wrap} gave for the same name. */
  public byte[] unwrap(byte[] wrapped, String name) throws WrongKey {
    try {
      return aead.decrypt(wrapped, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new WrongKey("the master key does not open the key " + name);
    }
  }
}
