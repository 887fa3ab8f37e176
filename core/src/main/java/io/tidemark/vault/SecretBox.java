package io.tidemark.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Small secrets sealed under one key (AES-256-GCM), each bound to its name. Immutable, thread-safe;
 * hides itself.
 */
public final class SecretBox {
  private final AesGcmJce aead;

  private SecretBox(byte[] key) {
    try {
      aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a key has 32 bytes", e);
    }
  }

  /** A box of the home for one purpose: only the master key leads to it. */
  public static SecretBox of(KeyRing keys, String purpose) {
    return new SecretBox(keys.derive(KeyRing.Use.ACCESS, purpose));
  }

  /** A box that only the holder of this random secret of at least 32 bytes opens. */
  public static SecretBox under(byte[] secret, String purpose) {
    return new SecretBox(KeyRing.hkdf(secret, new byte[0], purpose, 32));
  }

  /** Seals a secret, bound to its name. */
  public byte[] seal(byte[] secret, String name) {
    try {
      return aead.encrypt(secret, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM always encrypts", e);
    }
  }

  /** Opens what {@link #seal} gave for the same name. */
  public byte[] open(byte[] sealed, String name) throws WrongKey {
    try {
      return aead.decrypt(sealed, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new WrongKey("the box does not open");
    }
  }
}
