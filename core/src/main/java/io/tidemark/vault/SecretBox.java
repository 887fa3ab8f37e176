package io.tidemark.vault;

import java.nio.charset.StandardCharsets;

/**
 * Small secrets sealed under one key, each bound to its name. Immutable, thread-safe; hides itself.
 */
public final class SecretBox {
  private final Seal seal;

  private SecretBox(Seal seal) {
    this.seal = seal;
  }

  /** A box of the home for one purpose: only the master key leads to it. */
  public static SecretBox of(KeyRing keys, String purpose) {
    return under(keys.suite(), keys.key(KeyRing.Use.ACCESS), purpose);
  }

  /** A box that only the holder of this random secret of at least 32 bytes opens. */
  public static SecretBox under(Suite suite, byte[] secret, String purpose) {
    return new SecretBox(suite.seal(secret, new byte[0], purpose));
  }

  /** A box under just this key of 32 bytes, which serves nothing else. */
  public static SecretBox keyed(Suite suite, byte[] key) {
    return new SecretBox(suite.seal(key));
  }

  /** Seals a secret, bound to its name. */
  public byte[] seal(byte[] secret, String name) {
    return seal.seal(secret, name.getBytes(StandardCharsets.UTF_8));
  }

  /** Opens what {@link #seal} gave for the same name. */
  public byte[] open(byte[] sealed, String name) throws WrongKey {
    return seal.open(sealed, name.getBytes(StandardCharsets.UTF_8));
  }
}
