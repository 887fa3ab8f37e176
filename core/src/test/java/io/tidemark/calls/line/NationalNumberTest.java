package io.tidemark.calls.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NationalNumberTest {
  private static String of(String written) {
    return NationalNumber.of(PersonalText.of(written))
        .map(number -> number.reveal(Reveal.SHOW))
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "13800138000, 13800138000",
    "+86 138-0013-8000, 13800138000",
    "008613800138000, 13800138000",
    "013800138000, 13800138000",
    "8613800138000, 13800138000",
    "+86 28 6555 1234, 02865551234",
    "+86 (0)28 6555 1234, 02865551234",
    "0086 10 65551234, 01065551234",
    "02865551234, 02865551234",
    "01065551234, 01065551234",
    "08316551234, 08316551234",
    "95518, 95518",
    "+8695518, 95518",
    "+86 4008123456, 4008123456",
    "+86700100000000001, 700100000000001",
    "+86 951 655 1234, 09516551234",
    "4008123456, 4008123456",
    "700100000000001, 700100000000001",
    "+12125550123, 12125550123",
    "12, none",
    "anonymous, none",
    "123456789012345678901, none"
  })
  void numbersAsNetworksAndPeopleWriteThem(String written, String national) {
    assertThat(of(written)).isEqualTo(national);
  }

  @Property
  void aNationalNumberIsItsOwn(@ForAll @LongRange(min = 100, max = 9_999_999_999_999L) long n) {
    String once = of(Long.toString(n));
    assertThat(of(once)).isEqualTo(once);
  }
}
