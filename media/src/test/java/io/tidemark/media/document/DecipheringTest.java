package io.tidemark.media.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.classify.CheckDigits;
import io.tidemark.media.ocr.Reading;
import io.tidemark.media.ocr.Readings;
import io.tidemark.media.picture.Box;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A vehicle number whose check digit does not hold as it was read. */
class DecipheringTest {
  private static final String HOLDS = holding();

  private static String holding() {
    for (int serial = 100_000; ; serial++) {
      String vin = "LSVB24187E2" + serial;
      if (CheckDigits.vin(vin)) {
        return vin;
      }
    }
  }

  private static Field field(String written) {
    Reading reading = Readings.of(written);
    Piece piece = new Piece(new Box(100, 20, 1, 0, 200, 40), reading);
    return Deciphering.field(
        Entry.VIN,
        Spelling.VIN,
        piece,
        reading,
        Beam.read(reading, Spelling.VIN).orElseThrow(),
        true);
  }

  private static String shown(PersonalText text) {
    return text.reveal(Reveal.CLASSIFY);
  }

  @Test
  void whereEverySignWasClearItStaysAsItWasRead() {
    String printed = HOLDS.replace('B', '8');
    Field field = field(printed);
    assertThat(shown(field.value())).isEqualTo(printed);
    assertThat(field.checked()).isFalse();
    assertThat(field.repairs()).isEmpty();
    assertThat(field.otherwise().map(DecipheringTest::shown)).isEqualTo(Optional.of(HOLDS));
  }

  @Test
  void whereASignWasUnclearTheCheckDecidesAndBothAreKept() {
    Field field = field(HOLDS.replace("B", "(8B)"));
    assertThat(shown(field.value())).isEqualTo(HOLDS);
    assertThat(field.checked()).isTrue();
    assertThat(field.repairs()).hasSize(1);
    assertThat(field.repairs().get(0).ground()).isEqualTo(Repair.Ground.CHECK_DIGIT);
    assertThat(field.otherwise().map(DecipheringTest::shown))
        .isEqualTo(Optional.of(HOLDS.replace('B', '8')));
  }

  @Test
  void whatHoldsAsItWasReadHasNothingBesideIt() {
    assertThat(field(HOLDS).otherwise()).isEmpty();
    assertThat(field(HOLDS).checked()).isTrue();
  }

  @Test
  void whatNoNumberCanHaveIsRepairedWithoutAQuestion() {
    Field field = field(HOLDS.replace('1', 'I'));
    assertThat(shown(field.value())).isEqualTo(HOLDS);
    assertThat(field.repairs()).allMatch(one -> one.ground() == Repair.Ground.ALPHABET);
    assertThat(field.otherwise()).isEmpty();
  }
}
