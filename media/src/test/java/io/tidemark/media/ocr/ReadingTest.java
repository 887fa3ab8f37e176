package io.tidemark.media.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class ReadingTest {
  @Test
  void equalNeighboursAreOneCharacterUnlessNonePartsThem() {
    int size = Alphabet.size();
    int[] steps = {5, 5, Alphabet.BLANK, 5, 6, Alphabet.BLANK};
    float[] values = new float[steps.length * size];
    for (int i = 0; i < steps.length; i++) {
      values[i * size + steps[i]] = .9f;
    }
    Reading reading = Reading.of(FloatBuffer.wrap(values), 0, steps.length);
    String five = Alphabet.symbol(5);
    assertThat(reading.text()).isEqualTo(five + five + Alphabet.symbol(6));
  }

  @Test
  void itKeepsWhatElseACharacterMayBe() {
    Reading reading = Readings.of("A(8B3)C");
    assertThat(reading.text()).isEqualTo("A8C");
    assertThat(reading.symbol(2, 0)).isEqualTo("8");
    assertThat(java.util.List.of(reading.symbol(2, 1), reading.symbol(2, 2)))
        .containsExactlyInAnyOrder("B", "3");
    assertThat(reading.share(2, 1)).isBetween(.1, .3);
  }

  @Test
  void aPartHoldsWhatStandsThere() {
    Reading reading = Readings.of("号牌川A");
    assertThat(Readings.text(reading.part(.5, 1))).isEqualTo("川A");
  }

  @Test
  void itsTextIsHidden() {
    assertThat(Readings.of("川A12345").toString()).doesNotContain("12345");
    assertThat(Readings.of("川A").glyphs().toString()).doesNotContain("川");
  }
}
