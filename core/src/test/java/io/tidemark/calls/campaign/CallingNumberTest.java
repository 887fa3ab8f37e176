package io.tidemark.calls.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class CallingNumberTest {
  @Property
  void comesBackWithItsZeros(
      @ForAll @NumericChars @StringLength(min = 1, max = CallingNumber.MOST_DIGITS) String digits) {
    assertThat(CallingNumber.digits(CallingNumber.of(digits).orElseThrow())).isEqualTo(digits);
  }

  @Test
  void refusesWhatIsNone() {
    assertThat(CallingNumber.of("")).isEmpty();
    assertThat(CallingNumber.of("+8613800138000")).isEmpty();
    assertThat(CallingNumber.of("123456789012345678")).isEmpty();
  }
}
