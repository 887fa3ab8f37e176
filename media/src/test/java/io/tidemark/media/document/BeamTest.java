package io.tidemark.media.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.classify.CheckDigits;
import io.tidemark.media.document.Beam.Spelt;
import io.tidemark.media.ocr.Readings;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeamTest {
  private static Optional<String> read(String written, Spelling spelling) {
    return Beam.read(Readings.of(written), spelling).map(Spelt::text);
  }

  @ParameterizedTest
  @CsvSource({
    "川A12345, 川A12345",
    "川A·12345, 川A12345",
    "川AI2O45, 川A12045",
    "川a1234S, 川A1234S",
    "(闵闽)A12345, 闽A12345",
    "粤B(D0)12345, 粤BD12345",
    "京AD12345, 京AD12345",
    "沪A1234学, 沪A1234学"
  })
  void aPlateIsSpeltAsPlatesAre(String written, String plate) {
    assertThat(read(written, Spelling.PLATE)).contains(plate);
  }

  @ParameterizedTest
  @CsvSource({"小型轿车", "2018-05-06", "川A1234", "LSVAA49J132047371"})
  void whatIsNoPlateIsNone(String written) {
    assertThat(Beam.read(Readings.of(written), Spelling.PLATE).filter(s -> s.surety() > .6))
        .isEmpty();
  }

  /** VINs of the standard's own examples: their check position holds. */
  @ParameterizedTest
  @CsvSource({"1M8GDM9AXKP042788", "11111111111111111"})
  void aCheckPositionThatHoldsIsSaid(String vin) {
    Optional<Spelt> read = Beam.read(Readings.of(vin), Spelling.VIN);
    assertThat(read.map(Spelt::text)).contains(vin);
    assertThat(read.map(Spelt::checked)).contains(true);
  }

  @Test
  void anUnsureCharacterOfAVinIsSettledByTheCheckPosition() {
    assertThat(read("1M8GDM9AXKP0427(B8)8", Spelling.VIN)).contains("1M8GDM9AXKP042788");
    assertThat(read("1M8GDM9AXKP04278(38)", Spelling.VIN)).contains("1M8GDM9AXKP042788");
  }

  @Test
  void aVinHasNoIOrQ() {
    assertThat(read("IM8GDM9AXKPO42788", Spelling.VIN)).contains("1M8GDM9AXKP042788");
    assertThat(read("1M8GDM9AXKPQ42788", Spelling.VIN)).contains("1M8GDM9AXKP042788");
  }

  /** Any digit but one, misread with the right one as second choice, is set right. */
  @Property(tries = 60)
  void anIdentityNumberIsSetRightByItsCheck(
      @ForAll @IntRange(max = 999) int serial,
      @ForAll @IntRange(max = 16) int place,
      @ForAll @IntRange(min = 1, max = 9) int off) {
    String body = "51010719900307" + String.valueOf(1000 + serial).substring(1);
    String number = body + CheckDigits.identity(body);
    char right = number.charAt(place);
    char wrong = (char) ('0' + (right - '0' + off) % 10);
    String written =
        number.substring(0, place) + '(' + wrong + right + ')' + number.substring(place + 1);
    assertThat(read(written, Spelling.IDENTITY)).contains(number);
  }

  @Test
  void aSureNumberIsNotBentToItsCheck() {
    String wrong = "510107199003070013";
    assertThat(CheckDigits.identity(wrong)).isNotEqualTo(wrong.charAt(17));
    Optional<Spelt> read = Beam.read(Readings.of(wrong), Spelling.IDENTITY);
    assertThat(read.map(Spelt::text)).contains(wrong);
    assertThat(read.map(Spelt::checked)).contains(false);
  }

  @Test
  void whatWasSpeltIsHidden() {
    assertThat(Beam.read(Readings.of("川A12345"), Spelling.PLATE).orElseThrow().toString())
        .doesNotContain("12345");
  }
}
