package io.tidemark.disclose.honey;

import io.tidemark.terms.Digest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Where one disclosure's honey customers come from: 32 secret bytes, committed to in the ledger
 * before the release. All choices are SHA-256 over the key and a name, so that evidence can make
 * the same customers again. Immutable.
 */
public final class HoneyKey {
  private final byte[] key;

  /** The key with these 32 bytes. */
  public HoneyKey(byte[] key) {
    this.key = key.clone();
  }

  /** SHA-256 over a domain line and the key. */
  public Digest commitment() {
    return Digest.sha256("tidemark honey key v1\n".getBytes(StandardCharsets.UTF_8), key);
  }

  /** The 32 bytes, for evidence. */
  public byte[] reveal() {
    return key.clone();
  }

  /** A number from 0 to {@code below - 1} for this customer and this name. */
  int number(int customer, String name, int below) {
    byte[] drawn =
        Digest.sha256(key, (customer + "\n" + name).getBytes(StandardCharsets.UTF_8)).bytes();
    return new BigInteger(1, drawn).mod(BigInteger.valueOf(below)).intValue();
  }

  /** That many decimal digits for this customer and this name. */
  String digits(int customer, String name, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(number(customer, name + " " + i, 10));
    }
    return digits.toString();
  }
}
