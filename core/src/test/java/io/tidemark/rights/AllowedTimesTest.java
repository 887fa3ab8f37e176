package io.tidemark.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.rights.AllowedTimes.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AllowedTimesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static Instant day(int n) {
    return START.plusSeconds(86_400L * n);
  }

  private static Said said(String to, boolean yes, int day) {
    return new Said("marketing", to, yes, day(day));
  }

  @Test
  void aConsentHoldsFromItsMomentUntilItIsWithdrawn() {
    AllowedTimes times =
        AllowedTimes.of(List.of(said("", true, 10), said("", false, 20), said("pf-01", true, 30)));
    assertThat(times.at(day(10).minusMillis(1))).isFalse();
    assertThat(times.at(day(10))).isTrue();
    assertThat(times.at(day(20).minusMillis(1))).isTrue();
    assertThat(times.at(day(20))).isFalse();
    assertThat(times.at(day(29))).isFalse();
    assertThat(times.at(day(30))).isTrue();
    assertThat(AllowedTimes.of(List.of()).at(day(1))).isFalse();
  }

  /** At any moment it is what {@link Will} says of everything that was said until then. */
  @Property(tries = 300)
  void itIsTheWillOfThatMoment(@ForAll long seed, @ForAll @IntRange(max = 12) int words) {
    Random random = new Random(seed);
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      all.add(
          new Said(
              random.nextBoolean() ? "marketing" : "survey",
              random.nextInt(3) == 0 ? "" : "p-" + random.nextInt(2),
              random.nextBoolean(),
              day(random.nextInt(8))));
    }
    AllowedTimes times = AllowedTimes.of(all);
    Collections.shuffle(all, random);
    for (int n = -1; n < 9; n++) {
      Instant now = day(n);
      boolean allowed = false;
      for (String purpose : List.of("marketing", "survey")) {
        Will will = Will.SILENT;
        for (Said one : all) {
          if (one.purpose().equals(purpose) && !one.at().isAfter(now)) {
            will =
                will.after(
                    new Statement(
                        one.yes() ? Word.GIVE : Word.WITHDRAW,
                        purpose,
                        Optional.of(one.recipient()).filter(to -> !to.isEmpty()),
                        one.at(),
                        new Ground("phone", "2026-11", "words")));
          }
        }
        allowed |= will.said().values().stream().anyMatch(Will.Said::yes);
      }
      assertThat(times.at(now)).as("day %s of %s", n, all).isEqualTo(allowed);
    }
  }
}
