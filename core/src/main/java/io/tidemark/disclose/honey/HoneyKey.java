package io.tidemark.disclose.honey;

import io.tidemark.terms.Digest;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Where one disclosure's honey customers come from: 32 secret bytes, committed to in the ledger
 * before the release, and the pool's numbers, committed to beside it. All other choices are SHA-256
 * over the key and a name, so that evidence can make the same customers again. Immutable.
 */
public final class HoneyKey {
  private final byte[] key;
  private final PoolNumbers numbers;

  /** The key with these 32 bytes, of a disclosure without numbers of the pool. */
  public HoneyKey(byte[] key) {
    this(key, PoolNumbers.NONE);
  }

  /** The key with these 32 bytes, of a disclosure with these numbers of the pool. */
  public HoneyKey(byte[] key, PoolNumbers numbers) {
    this.key = key.clone();
    this.numbers = numbers;
  }

  /** Whether nobody can call a number: its segment is not assigned. */
  public static boolean cannotRing(PersonalText mobile) {
    return mobile.reveal(Reveal.CLASSIFY).startsWith(HoneyParts.UNASSIGNED_SEGMENT);
  }

  /** The numbers of the pool. */
  public PoolNumbers numbers() {
    return numbers;
  }

  /** SHA-256 over a domain line, the key and the numbers of the pool. */
  public Digest numbersCommitment() {
    return numbers.commitment(key);
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
