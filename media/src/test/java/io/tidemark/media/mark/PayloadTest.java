package io.tidemark.media.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PayloadTest {
  private static PictureKey key(long seed) {
    byte[] bytes = new byte[PictureKey.SIZE];
    new Random(seed).nextBytes(bytes);
    return new PictureKey(bytes);
  }

  private static float[] soft(boolean[] code, Random random, double noise) {
    float[] soft = new float[code.length];
    for (int i = 0; i < code.length; i++) {
      soft[i] = (float) ((code[i] ? -1 : 1) + noise * random.nextGaussian());
    }
    return soft;
  }

  @Property(tries = 100)
  void aPayloadIsReadBackThroughNoise(@ForAll long payload, @ForAll long seed) {
    float[] soft = soft(Payload.code(payload, key(seed)), new Random(seed), .7);
    assertThat(Payload.read(soft, key(seed))).hasValue(payload);
  }

  @Property(tries = 100)
  void aMessageWithOneBitFlippedIsRefused(
      @ForAll long payload, @ForAll long seed, @ForAll @IntRange(max = 103) int flipped) {
    boolean[] message = decoded(payload, key(seed));
    message[flipped] ^= true;
    float[] soft = soft(ConvolutionalCode.encode(message), new Random(seed), 0);
    assertThat(Payload.read(soft, key(seed))).isEmpty();
  }

  private static boolean[] decoded(long payload, PictureKey key) {
    return ConvolutionalCode.decode(soft(Payload.code(payload, key), new Random(0), 0));
  }

  @Property(tries = 100)
  void anotherKeyRefusesIt(@ForAll long payload, @ForAll long seed) {
    float[] soft = soft(Payload.code(payload, key(seed)), new Random(seed), 0);
    assertThat(Payload.read(soft, key(seed + 1))).isEmpty();
  }

  @Property(tries = 300)
  void chanceIsRefused(@ForAll long seed) {
    Random random = new Random(seed);
    float[] soft = new float[Payload.CODE_BITS];
    for (int i = 0; i < soft.length; i++) {
      soft[i] = (float) random.nextGaussian();
    }
    assertThat(Payload.read(soft, key(1))).isEmpty();
  }
}
