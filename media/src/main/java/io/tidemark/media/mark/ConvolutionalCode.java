package io.tidemark.media.mark;

import java.util.Arrays;

/**
 * The convolutional code of rate 1/3 with constraint length 9 and the generators 557, 663 and 711
 * (octal; 3GPP TS 25.212, 4.2.3.1), and its decoder for uncertain bits (Viterbi 1967). Stateless,
 * thread-safe.
 */
final class ConvolutionalCode {
  /** Code bits for each bit. */
  static final int RATE = 3;

  /** Bits of the register behind the newest; as many zeros end a message. */
  static final int MEMORY = 8;

  private static final int[] GENERATORS = {0557, 0663, 0711};
  private static final int STATES = 1 << MEMORY;
  private static final int REGISTER = 2 * STATES - 1;
  private static final int[] OUTPUT = outputs();

  private ConvolutionalCode() {}

  /** For each register the three bits that leave it, the first generator's in the lowest. */
  private static int[] outputs() {
    int[] outputs = new int[2 * STATES];
    for (int register = 0; register < outputs.length; register++) {
      for (int i = 0; i < RATE; i++) {
        outputs[register] |= (Integer.bitCount(register & GENERATORS[i]) & 1) << i;
      }
    }
    return outputs;
  }

  /** The code bits of a message, which ends with {@link #MEMORY} zeros. */
  static boolean[] encode(boolean[] message) {
    boolean[] code = new boolean[RATE * message.length];
    int register = 0;
    for (int t = 0; t < message.length; t++) {
      register = (register << 1 | (message[t] ? 1 : 0)) & REGISTER;
      for (int i = 0; i < RATE; i++) {
        code[RATE * t + i] = (OUTPUT[register] >> i & 1) != 0;
      }
    }
    return code;
  }

  /**
   * The message, ended by zeros, whose code agrees best with these values.
   *
   * @param soft for each code bit: positive speaks for 0, negative for 1, the more the further from
   *     zero
   */
  static boolean[] decode(float[] soft) {
    int length = soft.length / RATE;
    byte[][] oldest = new byte[length][STATES];
    float[] best = new float[STATES];
    float[] next = new float[STATES];
    float[] gain = new float[1 << RATE];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    best[0] = 0;
    for (int t = 0; t < length; t++) {
      for (int bits = 0; bits < gain.length; bits++) {
        gain[bits] = 0;
        for (int i = 0; i < RATE; i++) {
          float value = soft[RATE * t + i];
          gain[bits] += (bits >> i & 1) == 0 ? value : -value;
        }
      }
      for (int state = 0; state < STATES; state++) {
        float zero = best[state >> 1] + gain[OUTPUT[state]];
        float one = best[state >> 1 | STATES / 2] + gain[OUTPUT[state | STATES]];
        next[state] = Math.max(zero, one);
        oldest[t][state] = (byte) (one > zero ? 1 : 0);
      }
      float[] kept = best;
      best = next;
      next = kept;
    }
    return traced(oldest);
  }

  private static boolean[] traced(byte[][] oldest) {
    boolean[] message = new boolean[oldest.length];
    int state = 0;
    for (int t = oldest.length - 1; t >= 0; t--) {
      message[t] = (state & 1) != 0;
      state = state >> 1 | oldest[t][state] * STATES / 2;
    }
    return message;
  }
}
