package io.tidemark.vault;

import java.util.Arrays;

/**
 * What hides the commitments to one person's records, derived from the home's commitment key and
 * the person's salt (HKDF-SHA256): data keys come and go, and evidence can still be made again.
 * Made anew at each use; nothing of it is stored. Immutable, thread-safe; hides itself.
 */
final class PersonCommitments {
  private final byte[] key;

  /** The second half of 64 bytes, as when the first half sealed. */
  PersonCommitments(byte[] commitmentKey, Salt salt) {
    byte[] both = KeyRing.hkdf(commitmentKey, salt.bytes(), PersonKey.INFO, 64);
    key = Arrays.copyOfRange(both, 32, 64);
  }

  /**
   * The 16-byte salts of the committed items of one version of a record, one after the other
   * (HKDF-SHA256).
   */
  byte[] salts(byte[] record, byte[] version, int items) {
    byte[] context = Arrays.copyOf(record, record.length + version.length);
    System.arraycopy(version, 0, context, record.length, version.length);
    return KeyRing.hkdf(key, context, "items", items * Salt.SIZE);
  }

  /**
   * The 16-byte number that hides what is said of a record or the person within one disclosure or
   * the like (HKDF-SHA256).
   *
   * @param within the id of the disclosure, or whatever it stands in
   */
  byte[] nonce(byte[] record, String within) {
    return KeyRing.hkdf(key, record, within, Salt.SIZE);
  }
}
