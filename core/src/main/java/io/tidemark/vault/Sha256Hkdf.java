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
    byte[] message = new byte[BLOCK + Math.max(secret.length, Digest.SIZE + info.length + 1)];
    byte[] outer = new byte[BLOCK + Digest.SIZE];
    System.arraycopy(secret, 0, message, BLOCK, secret.length);
    mac(sha, salt, message, BLOCK + secret.length, outer, key);
    byte[] derived = new byte[size];
    byte[] block = new byte[Digest.SIZE];
    for (int from = 0, number = 1; from < size; from += Digest.SIZE, number++) {
      int end = BLOCK;
      if (from > 0) {
        System.arraycopy(block, 0, message, end, Digest.SIZE);
        end += Digest.SIZE;
      }
      System.arraycopy(info, 0, message, end, info.length);
      end += info.length;
      message[end] = (byte) number;
      mac(sha, key, message, end + 1, outer, block);
      System.arraycopy(block, 0, derived, from, Math.min(Digest.SIZE, size - from));
    }
    Arrays.fill(key, (byte) 0);
    Arrays.fill(message, (byte) 0);
    Arrays.fill(outer, (byte) 0);
    return derived;
  }

  /**
   * HMAC of what stands in {@code message} behind the room of one block, which the padded key
   * takes: the hash reads whole buffers, where many small parts cost more than what is hashed.
   *
   * @param end where the message ends
   * @param outer room for a block and a digest
   * @param mac takes the 32 bytes
   */
  private static void mac(
      MessageDigest sha, byte[] key, byte[] message, int end, byte[] outer, byte[] mac) {
    byte[] fitting = key.length > BLOCK ? Digest.sha256(key).bytes() : key;
    for (int i = 0; i < BLOCK; i++) {
      byte at = i < fitting.length ? fitting[i] : 0;
      message[i] = (byte) (INNER ^ at);
      outer[i] = (byte) (OUTER ^ at);
    }
    try {
      sha.update(message, 0, end);
      sha.digest(outer, BLOCK, Digest.SIZE);
      sha.update(outer);
      sha.digest(mac, 0, Digest.SIZE);
    } catch (DigestException e) {
      throw new IllegalStateException("a digest has room in 32 bytes", e);
    }
  }
}
