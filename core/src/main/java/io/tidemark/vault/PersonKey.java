package io.tidemark.vault;

/**
 * The keys of one person, each from a key of the home and the person's salt (the suite's HKDF).
 * Made anew at each use; nothing of them is stored.
 */
final class PersonKey {
  /** Also of {@link PersonCommitments}, which takes other bytes under another key. */
  static final String INFO = "tidemark person v1";

  private PersonKey() {}

  /** What seals the person's records, under this data key. */
  static Seal of(Suite suite, byte[] dataKey, Salt salt) {
    return suite.seal(dataKey, salt.bytes(), INFO);
  }
}
