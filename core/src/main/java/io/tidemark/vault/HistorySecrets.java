package io.tidemark.vault;

/**
 * People's own secrets, from which their places in the map of histories come (the suite's HKDF over
 * the person's salt). Destroying the salt destroys the secret: what stands in the map then points
 * to nobody. Rotating data keys leaves it alone. Immutable, thread-safe.
 */
public final class HistorySecrets {
  private static final String INFO = "tidemark history v1";

  private final Suite suite;
  private final byte[] key;

  /** Secrets of a home with these keys. */
  public HistorySecrets(KeyRing keys) {
    this.suite = keys.suite();
    this.key = keys.derive(KeyRing.Use.INDEX, "histories of people");
  }

  /** The 32 secret bytes of the person with this salt. */
  public byte[] of(Salt salt) {
    return suite.hkdf(key, salt.bytes(), INFO, 32);
  }
}
