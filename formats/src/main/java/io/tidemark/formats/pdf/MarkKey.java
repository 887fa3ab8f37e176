package io.tidemark.formats.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which numbers stand in documents: which bits of the message a group of letters
 * carries, and the check bits by which a wrong reading is refused. Hides itself. Not thread-safe.
 */
public final class MarkKey {
  /** How many check bits a message has: a chance message passes with probability 2^-40. */
  public static final int CHECK_BITS = 40;

  static final long CHECK_MASK = (1L << CHECK_BITS) - 1;

  private final Mac mac;

  /**
   * A key.
   *
   * @param key 32 bytes, copied
   */
  public MarkKey(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /**
   * The bits that a document carries.
   *
   * @param payload the number
   * @param check the first 40 bits of HMAC-SHA-256 over it
   */
  record Message(long payload, long check) {}

  /**
   * Which bits of the message a group of letters carries together: their sum modulo 2.
   *
   * @param payload which bits of the number
   * @param check which of the check bits
   * @param flip whether the sum is turned round, so that a message of zeros leaves no pattern
   */
  record Equation(long payload, long check, boolean flip) {
    boolean of(Message message) {
      int bits =
          Long.bitCount(payload & message.payload()) + Long.bitCount(check & message.check());
      return (bits & 1) == 1 ^ flip;
    }
  }

  Message message(long payload) {
    byte[] tag = mac("check", ByteBuffer.allocate(Long.BYTES).putLong(payload).array());
    return new Message(payload, ByteBuffer.wrap(tag).getLong() >>> (Long.SIZE - CHECK_BITS));
  }

  /** Whether the check bits are those of the number. */
  boolean holds(Message message) {
    return message(message.payload()).check() == message.check();
  }

  /** What the group of letters with this text around it carries. */
  Equation equation(String context) {
    ByteBuffer drawn = ByteBuffer.wrap(mac("group", context.getBytes(StandardCharsets.UTF_8)));
    return new Equation(drawn.getLong(), drawn.getLong() & CHECK_MASK, (drawn.get() & 1) == 1);
  }

  /** Bytes that hide a token of the structure; another for each nonce. */
  byte[] pad(byte[] nonce, int size) {
    return Arrays.copyOf(mac("structure", nonce), size);
  }

  private byte[] mac(String use, byte[] over) {
    mac.update(use.getBytes(StandardCharsets.US_ASCII));
    mac.update((byte) 0);
    return mac.doFinal(over);
  }

  @Override
  public String toString() {
    return "MarkKey[hidden]";
  }
}
