package io.tidemark.chainsim.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class CallWorldTest {
  private static final CallWorld WORLD = CallWorld.of(CallWorld.Size.NESTED, 7);

  @Property(tries = 50)
  void listedCallsAreToPeopleWhoWereGivenByTheLeak(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Reports reports = new Leak(WORLD, Behaviour.drawn(.5, random), random).reports(1, 30);
    CallWorld.Party source = WORLD.parties().get(reports.sources().get(0));
    assertThat(reports.calls()).hasSize(30);
    assertThat(reports.calls().stream().map(Reports.Call::person).distinct()).hasSize(30);
    assertThat(reports.calls())
        .filteredOn(Reports.Call::listed)
        .allMatch(
            call ->
                source.given().getOrDefault(call.person(), Integer.MAX_VALUE) <= reports.leakDay())
        .allMatch(call -> source.shown().containsAll(call.known()));
  }

  @Test
  void theSameSeedMakesTheSameWorld() {
    CallWorld again = CallWorld.of(CallWorld.Size.NESTED, 7);
    assertThat(again.expiry()).isEqualTo(WORLD.expiry());
    assertThat(again.parties()).isEqualTo(WORLD.parties());
    assertThat(WORLD.parties()).hasSize(60);
  }

  @Property(tries = 30)
  void whoKnowsTheRatesIsSureOfAsManyAsLeaked(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Leak leak = new Leak(WORLD, Behaviour.drawn(.5, random), random);
    for (int sources = 1; sources <= 2; sources++) {
      double[] posterior = new KnownRates(WORLD).of(leak.reports(sources, 12), .5);
      assertThat(Arrays.stream(posterior).sum()).isEqualTo(sources, within(1e-9));
      assertThat(Arrays.stream(posterior).allMatch(p -> p >= 0 && p <= 1 + 1e-9)).isTrue();
    }
  }

  @Test
  void recordsAreTheSameEachTimeTheyAreRead() {
    CallRecords records = new CallRecords(3, 50_000, 5_000, 4);
    long[] sums = new long[2];
    int[] count = new int[2];
    for (int i = 0; i < 2; i++) {
      int reading = i;
      records.each(
          (caller, person, day) -> {
            sums[reading] = 31 * sums[reading] + caller + person * 7L + day;
            count[reading]++;
          });
    }
    assertThat(count).containsExactly(50_000, 50_000);
    assertThat(sums[0]).isEqualTo(sums[1]);
  }

  @Test
  void aliasesAreGivenOnceAndSomeToNobody() {
    AliasYear year = new AliasYear(5, 2_000, 4, new int[] {50, 300, 0});
    assertThat(Arrays.stream(year.linesOf(0)).filter(line -> year.holder(line) == 0).count())
        .isEqualTo(year.linesOf(0).length)
        .isEqualTo(50);
    assertThat(year.linesOf(2)).hasSizeGreaterThan(1_500);
    int free = 0;
    for (int line = 0; line < year.lines(); line++) {
      free += year.holder(line) < 0 ? 1 : 0;
    }
    assertThat(free).isBetween(50, 200);
  }
}
