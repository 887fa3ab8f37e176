package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.Reveal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as URIs write them. */
final class DigitsTest {
  private static Optional<String> of(String user) {
    return Digits.of(user).map(number -> number.reveal(Reveal.SHOW));
  }

  @ParameterizedTest
  @CsvSource({
    "13912345678, 13912345678",
    "+8613912345678, 13912345678",
    "%2B8613912345678, 13912345678",
    "008613912345678, 13912345678",
    "8613912345678, 13912345678",
    "+86-139-1234-5678, 13912345678",
    "700123456789012, 700123456789012",
    "+86700123456789012, 700123456789012",
    "+861081234567, 01081234567",
    "+86 (28) 8123.4567, 02881234567",
    "02881234567, 02881234567",
    "+4930123456, 004930123456",
    "+864008001234, 4008001234",
    "95511, 95511",
    "13912345678;phone-context=+86, 13912345678"
  })
  void aNumberIsWrittenInOneWay(String user, String digits) {
    assertThat(of(user)).contains(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anonymous", "12", "139a1234567", "++86139", "１３９１２３４５６７８", "0x1234"})
  void whatIsNoNumberIsNone(String user) {
    assertThat(of(user)).isEmpty();
    assertThat(of("1".repeat(65))).isEmpty();
  }

  @Provide
  Arbitrary<String> mobiles() {
    return Arbitraries.strings().numeric().ofLength(9).map(rest -> "1" + "3" + rest);
  }

  @Property
  void separatorsAndPrefixesMakeNoOtherNumber(
      @ForAll("mobiles") String mobile, @ForAll("separators") String separator) {
    String spread = String.join(separator, mobile.split("(?<=\\G.{3})"));
    for (String prefix : new String[] {"", "+86", "+86" + separator, "86", "0086"}) {
      assertThat(of(prefix + spread)).contains(mobile);
    }
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("", "-", ".", " ", "(", ")", "%20");
  }

  @Property
  void whateverComesOutIsDigits(@ForAll String user) {
    assertThat(of(user).stream()).allSatisfy(digits -> assertThat(digits).matches("[0-9]{1,22}"));
  }
}
