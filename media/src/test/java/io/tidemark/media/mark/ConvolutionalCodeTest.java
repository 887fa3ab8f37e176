package io.tidemark.media.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConvolutionalCodeTest {
  private static boolean[] message(int bits, int length) {
    boolean[] message = new boolean[length + ConvolutionalCode.MEMORY];
    for (int i = 0; i < length; i++) {
      message[i] = (bits >> i & 1) != 0;
    }
    return message;
  }

  private static double agreement(boolean[] message, float[] soft) {
    boolean[] code = ConvolutionalCode.encode(message);
    double sum = 0;
    for (int i = 0; i < code.length; i++) {
      sum += code[i] ? -soft[i] : soft[i];
    }
    return sum;
  }

  /** Octal 557, 663 and 711 are 101101111, 110110011 and 111001001, the newest bit last. */
  @Test
  void aSingleOneIsAnsweredByTheGenerators() {
    boolean[] code = ConvolutionalCode.encode(message(1, 1));
    String[] generators = {"101101111", "110110011", "111001001"};
    for (int t = 0; t < 9; t++) {
      for (int i = 0; i < 3; i++) {
        assertThat(code[3 * t + i]).isEqualTo(generators[i].charAt(8 - t) == '1');
      }
    }
  }

  @Property(tries = 60)
  void noMessageAgreesBetterThanTheOneThatIsDecoded(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int length) {
    Random random = new Random(seed);
    float[] soft = new float[3 * (length + ConvolutionalCode.MEMORY)];
    for (int i = 0; i < soft.length; i++) {
      soft[i] = (float) random.nextGaussian();
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int bits = 0; bits < 1 << length; bits++) {
      most = Math.max(most, agreement(message(bits, length), soft));
    }
    boolean[] decoded = ConvolutionalCode.decode(soft);
    assertThat(agreement(decoded, soft))
        .isCloseTo(most, org.assertj.core.api.Assertions.within(1e-3));
    for (int i = length; i < decoded.length; i++) {
      assertThat(decoded[i]).isFalse();
    }
  }
}
