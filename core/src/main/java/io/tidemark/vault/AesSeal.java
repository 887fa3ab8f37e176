package io.tidemark.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** AES-256-GCM (NIST SP 800-38D), by Tink over the platform's AES. */
final class AesSeal implements Seal {
  private final AesGcmJce aead;

  AesSeal(byte[] key) {
    try {
      aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a key has 32 bytes", e);
    }
  }

  @Override
  public byte[] seal(byte[] content, byte[] boundTo) {
    try {
      return aead.encrypt(content, boundTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM always encrypts", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, byte[] boundTo) throws WrongKey {
    try {
      return aead.decrypt(sealed, boundTo);
    } catch (GeneralSecurityException e) {
      throw new WrongKey("what is sealed does not open: altered, or under another key");
    }
  }
}
