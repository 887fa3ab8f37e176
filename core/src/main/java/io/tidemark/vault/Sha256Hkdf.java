package io.tidemark.vault;

import io.tidemark.terms.Digest;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HKDF (RFC 5869) with HMAC (RFC 2104) over the platform's SHA-256, which the processor computes. A
 * list derives several keys for each of its people, and the platform's own HMAC asks its providers
 * anew for each; the tests hold it against that and against Tink's. Stateless, thread-safe; no key
 * stays in it.
 */
final class Sha256Hkdf {
  private static final int BLOCK = 64;
  private static final int MOST = 255 * Digest.SIZE;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private Sha256Hkdf() {}

  /**
   * So many bytes derived from a secret, a salt and a name; at most 8,160.
   *
   * @param salt empty for none
   */
  static byte[] derive(byte[] secret, byte[] salt, byte[] info, int size) {
    if (size > MOST) {
      throw new IllegalArgumentException("HKDF with SHA-256 gives at most " + MOST + " bytes");
    }
    MessageDigest sha = Digest.newSha256();
    byte[] key = new byte[Digest.SIZE];
    begin(sha, salt, INNER);
    sha.update(secret);
    end(sha, salt, key);
    byte[] derived = new byte[size];
    byte[] block = new byte[Digest.SIZE];
    for (int from = 0, number = 1; from < size; from += Digest.SIZE, number++) {
      begin(sha, key, INNER);
      if (from > 0) {
        sha.update(block);
      }
      sha.update(info);
      sha.update((byte) number);
      end(sha, key, block);
      System.arraycopy(block, 0, derived, from, Math.min(Digest.SIZE, size - from));
    }
    Arrays.fill(key, (byte) 0);
    return derived;
  }

  private static void begin(MessageDigest sha, byte[] key, byte pad) {
    byte[] padded = new byte[BLOCK];
    byte[] fitting = key.length > BLOCK ? Digest.sha256(key).bytes() : key;
    for (int i = 0; i < BLOCK; i++) {
      padded[i] = (byte) (pad ^ (i < fitting.length ? fitting[i] : 0));
    }
    sha.update(padded);
  }

  private static void end(MessageDigest sha, byte[] key, byte[] mac) {
    try {
      sha.digest(mac, 0, Digest.SIZE);
      begin(sha, key, OUTER);
      sha.update(mac);
      sha.digest(mac, 0, Digest.SIZE);
    } catch (DigestException e) {
      throw new IllegalStateException("a digest has room in 32 bytes", e);
    }
  }
}
