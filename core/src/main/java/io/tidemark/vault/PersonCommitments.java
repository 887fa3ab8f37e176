package io.tidemark.vault;

import java.util.Arrays;

/**
 * What hides the commitments to one person's records, derived from the home's commitment key and
 * the person's salt (the suite's HKDF): data keys come and go, and evidence can still be made
 * again. Made anew at each use; nothing of it is stored. Immutable, thread-safe; hides itself.
 */
final class PersonCommitments {
  private final Suite suite;
  private final byte[] key;

  /** The second half of 64 bytes, as when the first half sealed. */
  PersonCommitments(Suite suite, byte[] commitmentKey, Salt salt) {
    this.suite = suite;
    byte[] both = suite.hkdf(commitmentKey, salt.bytes(), PersonKey.INFO, 64);
    key = Arrays.copyOfRange(both, 32, 64);
  }

  /**
   * The 16-byte salts of the committed items of one version of a record, one after the other (the
   * suite's HKDF).
   */
  byte[] salts(byte[] record, byte[] version, int items) {
    byte[] context = Arrays.copyOf(record, record.length + version.length);
    System.arraycopy(version, 0, context, record.length, version.length);
    return suite.hkdf(key, context, "items", items * Salt.SIZE);
  }

  /**
   * The 16-byte number that hides what is said of a record or the person within one disclosure or
   * the like (the suite's HKDF).
   *
   * @param within the id of the disclosure, or whatever it stands in
   */
  byte[] nonce(byte[] record, String within) {
    return suite.hkdf(key, record, within, Salt.SIZE);
  }
}
