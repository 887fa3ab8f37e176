package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.chainsim.leak.Selection.Shuffle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollusionTest {
  private static final List<LeakedTable> COPIES = Released.copies(10, 1_000, 3);

  private static List<String> held(int row, int column) {
    return COPIES.stream().map(copy -> copy.rows().get(row).get(column)).toList();
  }

  private interface Cell {
    void check(String shown, List<String> held);
  }

  private static void eachCell(LeakedTable leak, Cell cell) {
    for (int r = 0; r < leak.rows().size(); r++) {
      for (int c = 0; c < leak.width(); c++) {
        cell.check(leak.rows().get(r).get(c), held(r, c));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Collusion.class)
  void eachCellIsOneThatAColluderHoldsOrBlank(Collusion way) {
    LeakedTable leak = way.mixed(COPIES, 1);

    assertThat(leak.rows()).hasSameSizeAs(COPIES.get(0).rows());
    eachCell(
        leak,
        (shown, held) ->
            assertThat(held.contains(shown) || way == Collusion.BLANKS && shown.isEmpty())
                .isTrue());
    assertThat(way.mixed(COPIES, 1)).isEqualTo(leak);
  }

  @Test
  void theMajorityShowsWhatMostHoldAndTheRarestWhatFewestHold() {
    eachCell(
        Collusion.MAJORITY.mixed(COPIES, 1),
        (shown, held) -> assertThat(count(held, shown)).isEqualTo(Collections.max(counts(held))));
    eachCell(
        Collusion.RAREST.mixed(COPIES, 1),
        (shown, held) -> assertThat(count(held, shown)).isEqualTo(Collections.min(counts(held))));
  }

  private static int count(List<String> held, String value) {
    return Collections.frequency(held, value);
  }

  private static List<Integer> counts(List<String> held) {
    Map<String, Integer> counts = Collusion.counts(held);
    return new ArrayList<>(counts.values());
  }

  @Test
  void blanksStandExactlyWhereTheCopiesDiffer() {
    eachCell(
        Collusion.BLANKS.mixed(COPIES, 1),
        (shown, held) -> assertThat(shown).isEqualTo(counts(held).size() == 1 ? held.get(0) : ""));
  }

  @Test
  void byRowShowsWholeRows() {
    List<List<String>> rows = Collusion.BY_ROW.mixed(COPIES, 1).rows();
    for (int r = 0; r < rows.size(); r++) {
      int row = r;
      assertThat(COPIES.stream().map(copy -> copy.rows().get(row))).contains(rows.get(r));
    }
  }

  @Test
  void chanceBalancedColludersEachMatchAsOftenAsAnInnocent() {
    assertThat(surpluses(Collusion.CHANCE_BALANCED))
        .allSatisfy(share -> assertThat(share).isCloseTo(0, within(.005)));
    assertThat(Collections.max(surpluses(Collusion.MAJORITY))).isGreaterThan(.1);
  }

  /** For each colluder, its share of matches where copies differ, less one in each spelling. */
  private static List<Double> surpluses(Collusion way) {
    double[] surplus = new double[COPIES.size()];
    int[] cells = {0};
    eachCell(
        way.mixed(COPIES, 1),
        (shown, held) -> {
          int spellings = counts(held).size();
          if (spellings > 1) {
            cells[0]++;
            for (int j = 0; j < surplus.length; j++) {
              surplus[j] += (held.get(j).equals(shown) ? 1 : 0) - 1.0 / spellings;
            }
          }
        });
    return java.util.Arrays.stream(surplus).mapToObj(sum -> sum / cells[0]).toList();
  }

  @Test
  void copiesInDifferentOrdersAreLaidBesideEachOther() {
    List<LeakedTable> shuffled = new ArrayList<>();
    for (int j = 0; j < COPIES.size(); j++) {
      shuffled.add(j == 0 ? COPIES.get(0) : new Shuffle(j).on(COPIES.get(j)));
    }

    assertThat(Collusion.BLANKS.mixed(shuffled, 1)).isEqualTo(Collusion.BLANKS.mixed(COPIES, 1));
  }

  @Test
  void rowsThatOneCopyLacksAreLeftOutAsTraps() {
    LeakedTable shorter = COPIES.get(1).with(COPIES.get(1).rows().subList(0, 900));

    LeakedTable leak = Collusion.RANDOM.mixed(List.of(COPIES.get(0), shorter), 1);

    assertThat(leak.rows()).hasSize(900);
  }
}
