package io.tidemark.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.disclose.honey.HoneyKey;
import io.tidemark.disclose.honey.HoneyParts;
import io.tidemark.disclose.honey.PoolNumbers;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The mean over an innocent's numbers of the pool, summed over all orders of a small batch: at most
 * 1, also where the leaker knows the whole batch and which numbers everybody else was given.
 */
final class PoolEvidenceTest {
  private static final int KEPT = 3;

  private static PersonalText number(int of) {
    return PersonalText.of("1880000000" + of);
  }

  private static List<List<Integer>> orders(List<Integer> from, int length) {
    if (length == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (Integer first : from) {
      List<Integer> rest = from.stream().filter(other -> !other.equals(first)).toList();
      orders(rest, length - 1)
          .forEach(
              order -> {
                List<Integer> longer = new ArrayList<>(List.of(first));
                longer.addAll(order);
                orders.add(longer);
              });
    }
    return orders;
  }

  private static double factor(List<Integer> innocents, List<Integer> leaked, int strength) {
    PoolNumbers numbers =
        new PoolNumbers(innocents.stream().map(PoolEvidenceTest::number).toList(), strength - 1);
    HoneyKey key = new HoneyKey(new byte[32], numbers);
    List<HoneyEvidence.Hit> hits = new ArrayList<>();
    for (int row = 0; row < leaked.size(); row++) {
      Map<FieldClass, PersonalText> cells = Map.of(FieldClass.MOBILE, number(leaked.get(row)));
      for (int draw = 0; draw < innocents.size(); draw++) {
        double factor = HoneyParts.factor(key, draw, cells);
        if (factor > 0) {
          hits.add(new HoneyEvidence.Hit("d", draw, row + 1, factor));
        }
      }
    }
    return Math.exp(HoneyEvidence.log(leaked.size(), innocents.size(), hits));
  }

  /** Over all ways in which the innocent's numbers and those kept back can share what is left. */
  private static double mean(int innocents, List<Integer> leaked, int strength) {
    List<Integer> left = IntStream.range(0, innocents + KEPT).boxed().toList();
    return orders(left, innocents).stream()
        .mapToDouble(order -> factor(order, leaked, strength))
        .average()
        .orElseThrow();
  }

  @Test
  void whateverIsLeakedOfTheNumbersThatNobodyElseHasTheMeanIsAtMostOne() {
    for (int innocents = 1; innocents <= 3; innocents++) {
      for (int rows = 1; rows <= innocents + KEPT; rows++) {
        List<Integer> leaked = IntStream.range(0, rows).boxed().toList();
        assertThat(mean(innocents, leaked, KEPT + 1))
            .as("%s numbers, %s leaked", innocents, rows)
            .isLessThanOrEqualTo(1 + 1e-9);
      }
      assertThat(mean(innocents, List.of(1, 1, 0), KEPT + 1)).isLessThanOrEqualTo(1 + 1e-9);
    }
  }

  @Test
  void theChanceOfTheBatchAsItIsNoWiderAndNoNarrower() {
    double innocent = 0.5 + 0.5 * (KEPT + 1) / (KEPT + 1);
    assertThat(mean(1, List.of(0), KEPT + 1)).isEqualTo(innocent, within(1e-9));
    assertThat(mean(1, List.of(0), KEPT + 2)).isGreaterThan(1 + 1e-9);
  }

  @Test
  void theChanceAmongAllThatWereFreeWouldNotHoldWhereTheOthersNumbersAreKnown() {
    int free = KEPT + 6;
    assertThat(mean(1, List.of(0), free)).isGreaterThan(1.5);
  }
}
