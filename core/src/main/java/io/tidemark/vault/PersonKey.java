package io.tidemark.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/**
 * The key that seals one person's records, derived from a data key and the person's salt
 * (HKDF-SHA256). Made anew at each use; nothing of it is stored. Immutable, thread-safe; hides
 * itself.
 */
final class PersonKey {
  /** Also of {@link PersonCommitments}, which takes other bytes under another key. */
  static final String INFO = "tidemark person v1";

  private final AesGcmJce box;

  PersonKey(byte[] dataKey, Salt salt) {
    try {
      box = new AesGcmJce(KeyRing.hkdf(dataKey, salt.bytes(), INFO, 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a derived key has 32 bytes", e);
    }
  }

  byte[] seal(byte[] content, byte[] boundTo) {
    try {
      return box.encrypt(content, boundTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM always encrypts", e);
    }
  }

  byte[] open(byte[] sealed, byte[] boundTo) throws WrongKey {
    try {
      return box.decrypt(sealed, boundTo);
    } catch (GeneralSecurityException e) {
      throw new WrongKey("a sealed record does not open: altered, or of another person");
    }
  }
}
