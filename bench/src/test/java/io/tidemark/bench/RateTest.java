package io.tidemark.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateTest {
  @Test
  void theIntervalOfEightInTenIsThatOfTheTables() {
    Rate rate = new Rate(8, 10);
    assertThat(rate.lower()).isCloseTo(0.4439045, within(1e-6));
    assertThat(rate.upper()).isCloseTo(0.9747893, within(1e-6));
  }

  @Test
  void withoutAMissTheLowerLimitIsTheRootOfTheTail() {
    assertThat(new Rate(300, 300).lower()).isCloseTo(Math.pow(0.025, 1 / 300.0), within(1e-9));
    assertThat(new Rate(300, 300).upper()).isEqualTo(1);
  }

  @Test
  void withoutASuccessTheUpperLimitIsTheRootOfTheTail() {
    assertThat(new Rate(0, 20).upper()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-9));
    assertThat(new Rate(0, 20).lower()).isZero();
  }

  @Test
  void moreSuccessesThanTrialsAreNoRate() {
    assertThatThrownBy(() -> new Rate(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void theShareLiesWithinAndFailuresMirrorSuccesses(
      @ForAll @IntRange(min = 1, max = 2000) int trials, @ForAll @IntRange(max = 2000) int drawn) {
    int successes = drawn % (trials + 1);
    Rate rate = new Rate(successes, trials);
    Rate failures = new Rate(trials - successes, trials);
    assertThat(rate.share()).isBetween(rate.lower(), rate.upper());
    assertThat(rate.lower()).isCloseTo(1 - failures.upper(), within(1e-9));
  }
}
