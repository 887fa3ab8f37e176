package io.tidemark.media.mark;

import io.tidemark.vault.KeyRing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that decides where a mark's waves stand and what proves a payload: 32 bytes. Whoever
 * has it can read, forge and remove marks. Immutable, thread-safe; hides itself.
 */
public final class PictureKey {
  /** Bytes of a key. */
  public static final int SIZE = 32;

  /** Bits that prove a payload. */
  static final int CHECK_BITS = 40;

  private static final String CHECK = "tidemark picture check v1";
  private static final String DRAWS = "tidemark picture draws v1";

  private final byte[] key;

  /** The key with these 32 bytes. */
  public PictureKey(byte[] key) {
    if (key.length != SIZE) {
      throw new IllegalArgumentException("a picture key has 32 bytes, not " + key.length);
    }
    this.key = key.clone();
  }

  /** The key of a home's pictures and screens. */
  public static PictureKey of(KeyRing keys) {
    return new PictureKey(keys.derive(KeyRing.Use.MARK, "pictures"));
  }

  /** The {@value #CHECK_BITS} bits that only this key puts behind this payload. */
  long check(long payload) {
    Mac mac = mac(derived(CHECK));
    long tag = ByteBuffer.wrap(mac.doFinal(bytes(payload))).getLong();
    return tag >>> (Long.SIZE - CHECK_BITS);
  }

  /** The numbers from which everything else is drawn, always the same. */
  Draws draws() {
    return new Draws(mac(derived(DRAWS)));
  }

  private byte[] derived(String use) {
    return mac(key).doFinal(use.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /**
   * Even numbers drawn by HMAC-SHA-256 over the counter 0, 1, 2, … (eight bytes, the greater first;
   * NIST SP 800-108 in counter mode, without its labels), four bytes a number. Not thread-safe.
   */
  static final class Draws {
    private final Mac mac;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long counter;

    private Draws(Mac mac) {
      this.mac = mac;
    }

    /** The next 32 bits, as a number from 0 to 2^32 - 1. */
    long next() {
      if (!block.hasRemaining()) {
        block = ByteBuffer.wrap(mac.doFinal(bytes(counter++)));
      }
      return block.getInt() & 0xffff_ffffL;
    }

    /**
     * A number from 0 to {@code bound - 1}, each as likely (draws beyond the last whole part go).
     */
    int below(int bound) {
      long whole = (1L << Integer.SIZE) / bound * bound;
      long drawn = next();
      while (drawn >= whole) {
        drawn = next();
      }
      return (int) (drawn % bound);
    }

    /** The numbers from 0 to {@code count - 1} in an even order (Fisher and Yates, 1938). */
    int[] order(int count) {
      int[] order = new int[count];
      for (int i = 0; i < count; i++) {
        order[i] = i;
      }
      for (int i = count - 1; i > 0; i--) {
        int other = below(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
      return order;
    }
  }
}
