package io.tidemark.media.mark;

import java.util.OptionalLong;

/**
 * What the code carries: 64 bits, {@link PictureKey#CHECK_BITS} that prove them, 8 zeros that end
 * the code. Stateless, thread-safe.
 */
final class Payload {
  private static final int BITS = Long.SIZE + PictureKey.CHECK_BITS + ConvolutionalCode.MEMORY;

  /** Bits of its code. */
  static final int CODE_BITS = ConvolutionalCode.RATE * BITS;

  private Payload() {}

  /** The code bits of a payload under a key. */
  static boolean[] code(long payload, PictureKey key) {
    boolean[] message = new boolean[BITS];
    put(message, 0, Long.SIZE, payload);
    put(message, Long.SIZE, PictureKey.CHECK_BITS, key.check(payload));
    return ConvolutionalCode.encode(message);
  }

  /**
   * The payload that these uncertain code bits tell; nothing where its check bits disagree, which
   * even bits pass with a chance of 2^-40.
   */
  static OptionalLong read(float[] soft, PictureKey key) {
    boolean[] message = ConvolutionalCode.decode(soft);
    long payload = number(message, 0, Long.SIZE);
    return number(message, Long.SIZE, PictureKey.CHECK_BITS) == key.check(payload)
        ? OptionalLong.of(payload)
        : OptionalLong.empty();
  }

  private static void put(boolean[] message, int from, int count, long number) {
    for (int i = 0; i < count; i++) {
      message[from + i] = (number >>> (count - 1 - i) & 1) != 0;
    }
  }

  private static long number(boolean[] message, int from, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 1 | (message[from + i] ? 1 : 0);
    }
    return number;
  }
}
