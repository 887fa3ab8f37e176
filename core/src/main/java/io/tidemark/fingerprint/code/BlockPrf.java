package io.tidemark.fingerprint.code;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * A pseudo-random function from 16 bytes to 16 bytes: one block of AES-256. On up to 2^48 distinct
 * inputs a random permutation differs from a random function by at most 2^-33 (PRP/PRF switching
 * lemma, Bellare and Rogaway 2006), and many inputs go through one call at the speed of the
 * processor's AES. Not thread-safe: one for each thread.
 */
final class BlockPrf {
  private final Cipher cipher;

  BlockPrf(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("the key has 32 bytes, not " + key.length);
    }
    try {
      cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
  }

  /** Maps each 16-byte block of {@code inputs}; the length is a multiple of 16. */
  byte[] map(byte[] inputs) {
    try {
      return cipher.doFinal(inputs);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("whole blocks always encrypt", e);
    }
  }
}
