package io.tidemark.fingerprint.code;

/**
 * The key from which all positions' seeds come; one for a home, for all recipients. Not
 * thread-safe; hides itself.
 */
public final class BiasKey {
  private final BlockPrf prf;

  /** The bias key with these 32 bytes. */
  public BiasKey(byte[] key) {
    prf = new BlockPrf(key);
  }

  /** The seed of this position. */
  public Seed seed(Position position) {
    return new Seed(prf.map(position.bytes()));
  }
}
