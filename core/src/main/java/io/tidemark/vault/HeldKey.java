package io.tidemark.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** A master key in this process's memory (AES-256-GCM). Immutable, thread-safe; hides itself. */
final class HeldKey implements MasterKey {
  private final AesGcmJce aead;

  HeldKey(byte[] key) {
    try {
      aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a master key has 32 bytes", e);
    }
  }

  @Override
  public byte[] wrap(byte[] key, String name) {
    try {
      return aead.encrypt(key, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM always encrypts", e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String name) throws WrongKey {
    try {
      return aead.decrypt(wrapped, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new WrongKey("the master key does not open the key " + name);
    }
  }
}
