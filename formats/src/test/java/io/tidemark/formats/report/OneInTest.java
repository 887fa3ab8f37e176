package io.tidemark.formats.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneInTest {
  @ParameterizedTest
  @CsvSource({
    "1e-6, '1,000,000'",
    "0.99e-6, '1,000,000'",
    "1.01e-6, '990,000'",
    "0.7, 1",
    "1, 1",
    "Infinity, 1",
    "NaN, 1",
    "0, '1,000,000,000,000'"
  })
  void aBoundIsOneInSoMany(double bound, String many) {
    assertThat(OneIn.of(bound)).isEqualTo(many);
  }

  @Property
  void itIsNeverBetterThanItIs(@ForAll @DoubleRange(min = 0, max = 12) double zeros) {
    double bound = Math.pow(10, -zeros);
    double many = Double.parseDouble(OneIn.of(bound).replace(",", ""));
    assertThat(1 / many).isGreaterThanOrEqualTo(bound * (1 - 1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.9999, 99.9 %", "1, 100.0 %", "0, 0.0 %", "0.5, 50.0 %"})
  void aShareIsRoundedDown(double share, String percent) {
    assertThat(OneIn.percent(share)).isEqualTo(percent);
  }
}
