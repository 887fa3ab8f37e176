package io.tidemark.custody.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.CopyNumber;
import io.tidemark.vault.Contents;
import io.tidemark.vault.Suite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A screen's number says its session and minute to the home, and nothing to anybody else. */
final class ScreenNumbersTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:30:59Z");
  private static final ScreenNumbers HERE = of(Suite.INTERNATIONAL);

  private static ScreenNumbers of(Suite suite) {
    return new ScreenNumbers(Contents.keys(suite));
  }

  @Property(tries = 300)
  void whatWasMadeIsReadAgain(
      @ForAll @LongRange(min = 0, max = (1L << 36) - 1) long signIn,
      @ForAll @LongRange(min = 1_577_836_800L, max = 4_000_000_000L) long second) {
    Instant at = Instant.ofEpochSecond(second);
    assertThat(HERE.shown(HERE.number(signIn, at)))
        .isEqualTo(new ScreenNumbers.Shown(signIn, at.truncatedTo(ChronoUnit.MINUTES)));
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void bothSuitesAndOtherHomesGiveOtherNumbers(Suite suite) {
    ScreenNumbers other = of(suite);
    CopyNumber number = other.number(7, NOW);
    assertThat(other.shown(number).signIn()).isEqualTo(7);
    assertThat(HERE.shown(number).signIn()).isNotEqualTo(7);
  }

  @Test
  void numbersThatFollowEachOtherShowNoOrder() {
    Set<Long> heads = new HashSet<>();
    for (int i = 0; i < 64; i++) {
      heads.add(HERE.number(1000, NOW.plusSeconds(60L * i)).value() >>> 48);
    }
    assertThat(heads).hasSizeGreaterThan(60);
  }

  @Test
  void aTimeThatNobodyCanMeanIsRefused() {
    assertThatThrownBy(() -> HERE.number(1, Instant.parse("2019-12-31T23:59:00Z")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HERE.number(1L << 36, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
