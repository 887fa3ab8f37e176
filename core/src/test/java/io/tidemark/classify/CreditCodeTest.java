package io.tidemark.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CreditCodeTest {
  /** The code of the standard's own shape; I, O, S, V and Z are none of its characters. */
  @Test
  void onlyTheThirtyOneCharactersOfTheStandardHaveItsShape() {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (char c = 0; c < 0x300; c++) {
      String text = "91510100MA6C" + c + "XXX1X";
      assertThat(CreditCode.hasShape(text))
          .as("U+%04X", (int) c)
          .isEqualTo(alphabet.indexOf(c) >= 0);
    }
  }

  /** The example of GB 11714-1997, D2143569-X, behind 91 and the number of Chengdu. */
  @Test
  void bothCheckCharactersMustHold() {
    String code = "91510100D2143569X";
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    long holding = alphabet.chars().filter(c -> CreditCode.holds(code + (char) c)).count();
    assertThat(holding).isEqualTo(1);
    String other = "91510100D21435690";
    assertThat(alphabet.chars().anyMatch(c -> CreditCode.holds(other + (char) c))).isFalse();
  }
}
