package io.tidemark.calls.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class HitsTest {
  /** The share as the book takes it: what was rung of the party's is not taken off. */
  private static double share(int given, int lines, int rung) {
    return Math.min(1, (double) given / (lines - rung));
  }

  @Property(tries = 300)
  void aShareThatIsTooLargeNeverMakesTheEvidenceLarger(
      @ForAll @IntRange(min = 5, max = 200) int lines,
      @ForAll @IntRange(min = 1, max = 60) int drawn,
      @ForAll long seed) {
    int given = 1 + drawn % (lines - 1);
    List<Integer> order = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      order.add(line);
    }
    Collections.shuffle(order, new Random(seed));
    CallerRecord exact = new CallerRecord(List.of(new Batch(lines, Map.of("p", given))));
    Hits hits = Hits.NONE;
    for (int rung = 0; rung < lines / 2; rung++) {
      boolean own = order.get(rung) < given;
      exact.rang(0, own ? Optional.of("p") : Optional.empty());
      hits = own ? hits.and(share(given, lines, rung)) : hits;
      assertThat(hits.logEvidence(rung + 1 - hits.lines()))
          .isLessThanOrEqualTo(exact.logEvidence("p") + 1e-9);
    }
  }

  /**
   * Numbers are bound, end, and are given to others while a caller rings at random: whoever is
   * innocent is named no more often than the bound allows. 4,000 callers at a bound of 1 in 20.
   */
  @Test
  void whateverBecomesOfTheNumbersMeanwhileTheBoundHolds() {
    Random random = new Random(11);
    int callers = 4_000;
    int named = 0;
    for (int caller = 0; caller < callers; caller++) {
      named += highest(random) >= Math.log(20) ? 1 : 0;
    }
    // four deviations of a binomial with a chance of 1/20
    assertThat(named).isLessThan(callers / 20 + 56);
    assertThat(named).as("some come near, or the test says nothing").isPositive();
  }

  private static double highest(Random random) {
    int lines = 40;
    List<String> holders = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      holders.add(line < 6 ? "p" : line < 14 ? "q" : "");
    }
    Collections.shuffle(holders, random);
    List<Integer> order = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      order.add(line);
    }
    Hits hits = Hits.NONE;
    double highest = 0;
    Collections.shuffle(order, random);
    for (int rung = 0; rung < 25; rung++) {
      // a number of p is free again, one that is free goes to p, in the order of the pool
      int freed = holders.indexOf("p");
      if (random.nextInt(3) == 0 && freed >= 0) {
        holders.set(freed, "");
      }
      int free = holders.lastIndexOf("");
      if (random.nextInt(2) == 0 && free >= 0) {
        holders.set(free, "p");
      }
      int line = order.get(rung);
      if (holders.get(line).equals("p")) {
        hits = hits.and(share(Collections.frequency(holders, "p"), lines, rung));
      }
      highest = Math.max(highest, hits.logEvidence(rung + 1 - hits.lines()));
    }
    return highest;
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatThrownBy(() -> Hits.NONE.and(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hits.NONE.and(1.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Hits(1, List.of(0.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
