package io.tidemark.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The keys of one person, derived from the home's data key and the person's salt (HKDF-SHA256): one
 * to seal, one for the salts of commitments. Made anew at each use; nothing of it is stored.
 * Immutable, thread-safe; hides itself.
 */
final class PersonKey {
  private static final String INFO = "tidemark person v1";

  private final AesGcmJce box;
  private final byte[] commitments;

  PersonKey(byte[] dataKey, Salt salt) {
    byte[] keys = KeyRing.hkdf(dataKey, salt.bytes(), INFO, 64);
    try {
      box = new AesGcmJce(Arrays.copyOf(keys, 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a derived key has 32 bytes", e);
    }
    commitments = Arrays.copyOfRange(keys, 32, 64);
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

  /**
   * The 16-byte salts of the committed items of one version of a record, one after the other
   * (HKDF-SHA256).
   */
  byte[] salts(byte[] record, byte[] version, int items) {
    byte[] context = Arrays.copyOf(record, record.length + version.length);
    System.arraycopy(version, 0, context, record.length, version.length);
    return KeyRing.hkdf(commitments, context, "items", items * Salt.SIZE);
  }

  /**
   * The 16-byte number that hides what is said of a record or the person within one disclosure or
   * the like (HKDF-SHA256).
   *
   * @param within the id of the disclosure, or whatever it stands in
   */
  byte[] nonce(byte[] record, String within) {
    return KeyRing.hkdf(commitments, record, within, Salt.SIZE);
  }
}
