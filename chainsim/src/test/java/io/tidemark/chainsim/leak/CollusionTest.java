package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.chainsim.leak.Selection.Shuffle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void eachCellIsOneThatAColluderHoldsOrWhatIsLeftOfIt(Collusion way) {
    LeakedTable leak = way.mixed(COPIES, 1);

    assertThat(leak.rows()).hasSameSizeAs(COPIES.get(0).rows());
    eachCell(
        leak,
        (shown, held) ->
            assertThat(
                    held.contains(shown)
                        || way == Collusion.BLANKS && shown.isEmpty()
                        || way == Collusion.GAPS && held.stream().allMatch(all -> gaps(shown, all)))
                .isTrue());
    assertThat(way.mixed(COPIES, 1)).isEqualTo(leak);
  }

  /** Whether some letters of {@code whole} were taken out to make {@code left}. */
  private static boolean gaps(String left, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < left.length(); i++) {
      at += left.charAt(at) == whole.charAt(i) ? 1 : 0;
    }
    return at == left.length();
  }

  @ParameterizedTest
  @CsvSource({
    "四川省成都市天府大道,成都市天府大道,成都市天府大道",
    "26幢1单元1404室,26-1-1404,2611404",
    "2021款,21款,21款",
    "自动档,自动挡,自动",
    "'',x,''"
  })
  void whatIsLeftIsTheLongestThatBothHave(String one, String other, String left) {
    assertThat(CommonText.of(one, other)).isEqualTo(left);
    assertThat(CommonText.of(one, one)).isEqualTo(one);
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

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10})
  void everyWayWorksForAnyNumberOfColluders(int colluders) {
    for (Collusion way : Collusion.values()) {
      assertThat(way.mixed(COPIES.subList(0, colluders), 2).rows())
          .hasSameSizeAs(COPIES.get(0).rows());
    }
  }

  @Test
  void blocksOfRowsComeFromOneColluderEachInTurn() {
    List<List<String>> rows = Collusion.BY_BLOCK.mixed(COPIES, 1).rows();
    int first =
        IntStream.range(0, COPIES.size())
            .filter(j -> COPIES.get(j).rows().subList(0, 20).equals(rows.subList(0, 20)))
            .findFirst()
            .orElseThrow();
    for (int r = 0; r < rows.size(); r++) {
      assertThat(rows.get(r))
          .isEqualTo(COPIES.get((first + r / Collusion.ROWS_IN_A_BLOCK) % 10).rows().get(r));
    }
  }

  @Test
  void byColumnShowsWholeColumns() {
    LeakedTable leak = Collusion.BY_COLUMN.mixed(COPIES, 1);
    for (int c = 0; c < leak.width(); c++) {
      List<Integer> column = List.of(c);
      assertThat(COPIES.stream().map(copy -> copy.columns(column).rows()))
          .contains(leak.columns(column).rows());
    }
  }

  @Test
  void theMinorityOfTwoIsTheSecondOfTheMostHeld() {
    eachCell(
        Collusion.MINORITY_OF_TWO.mixed(COPIES, 1),
        (shown, held) -> {
          List<Integer> counts = counts(held);
          counts.sort(Collections.reverseOrder());
          assertThat(count(held, shown)).isEqualTo(counts.get(Math.min(1, counts.size() - 1)));
        });
  }

  @Test
  void anInsiderShowsTheOriginalExactlyWhereTheCopiesDiffer() {
    LeakedTable original = Released.list(5, 1_000);
    LeakedTable leak = new Insider(original).mixed(COPIES);
    for (int r = 0; r < leak.rows().size(); r++) {
      for (int c = 0; c < leak.width(); c++) {
        String expected =
            counts(held(r, c)).size() == 1 ? held(r, c).get(0) : original.rows().get(r).get(c);
        assertThat(leak.rows().get(r).get(c)).isEqualTo(expected);
      }
    }
    LeakedTable shorter = original.with(original.rows().subList(0, 900));
    assertThat(new Insider(shorter).mixed(COPIES).rows()).hasSize(900);
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
