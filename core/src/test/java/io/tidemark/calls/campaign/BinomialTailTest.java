package io.tidemark.calls.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class BinomialTailTest {
  private static final MathContext DIGITS = new MathContext(50);

  @Property(tries = 300)
  void isTheSumOfItsTerms(
      @ForAll @IntRange(min = 1, max = 120) int n,
      @ForAll @IntRange(min = 0, max = 120) int drawn,
      @ForAll @IntRange(min = 1, max = 99) int percent) {
    int k = drawn % (n + 1);
    double p = percent / 100.0;
    if (k <= n * p) {
      assertThat(BinomialTail.log(n, k, p)).isZero();
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = k; i <= n; i++) {
      sum = sum.add(term(n, i, BigDecimal.valueOf(percent).movePointLeft(2)));
    }
    double exact = Math.log(sum.doubleValue());
    assertThat(BinomialTail.log(n, k, p)).isEqualTo(exact, within(1e-9 * (1 - exact)));
  }

  private static BigDecimal term(int n, int k, BigDecimal p) {
    BigDecimal term = BigDecimal.ONE;
    for (int i = 1; i <= k; i++) {
      term = term.multiply(BigDecimal.valueOf(n - k + i)).divide(BigDecimal.valueOf(i), DIGITS);
    }
    return term.multiply(p.pow(k)).multiply(BigDecimal.ONE.subtract(p).pow(n - k), DIGITS);
  }

  @Test
  void keepsItsDigitsWhereADoubleHasNone() {
    assertThat(BinomialTail.log(5_000, 4_800, .16)).isBetween(-9_000.0, -7_000.0);
    assertThat(BinomialTail.log(1_000, 1_000, .5)).isEqualTo(1_000 * Math.log(.5), within(1e-6));
    assertThat(BinomialTail.log(10, 3, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(BinomialTail.log(10, 10, 1)).isZero();
  }
}
