package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.Correlation.ByColumn;
import io.tidemark.chainsim.leak.Correlation.ByRow;
import io.tidemark.chainsim.leak.Correlation.Integrated;
import io.tidemark.chainsim.leak.Thinning.CarriersDropped;
import io.tidemark.chainsim.leak.Thinning.Commonest;
import io.tidemark.chainsim.leak.Thinning.WithoutRareRows;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorrelationTest {
  private static final LeakedTable RELEASED = Released.list(5, 1_000);
  private static final LeakedTable PLANTED =
      new LeakedTable(
          List.of("车牌号", "地址", "备注"),
          List.of(
              row("川A11111", "四川省成都市郫都区解放路1号万科城1栋1单元301", "三年无出险"),
              row("川A22222", "四川省成都市郫都区解放路2号万科城2栋1单元302", "三年无出险"),
              row("川A33333", "成都郫都解放路3号万科城3-1-303", "3年未出险"),
              row("粤B11111", "深圳市南山区人民路1号碧桂园1-1-301", ""),
              row("粤B22222", "深圳市南山区人民路2号碧桂园2-1-302", ""),
              row("粤B33333", "广东省深圳市南山区人民路3号碧桂园3栋1单元303", "")));

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  private static List<String> column(LeakedTable table, int place) {
    return table.rows().stream().map(row -> row.get(place)).toList();
  }

  @Test
  void cellsTakeTheStyleThatTheirPlateMakesLikeliest() {
    LeakedTable leak = new ByColumn(Column.ADDRESS, Column.PLATE, 1, 1).on(PLANTED);

    assertThat(column(leak, 1))
        .containsExactly(
            "四川省成都市郫都区解放路1号万科城1栋1单元301",
            "四川省成都市郫都区解放路2号万科城2栋1单元302",
            "四川省成都市郫都区解放路3号万科城3栋1单元303",
            "深圳市南山区人民路1号碧桂园1-1-301",
            "深圳市南山区人民路2号碧桂园2-1-302",
            "深圳市南山区人民路3号碧桂园3-1-303");
    assertThat(column(leak, 2)).isEqualTo(column(PLANTED, 2));
  }

  @Test
  void rowsOfOneStreetTakeTheStyleOfMostOfThemInEveryColumn() {
    LeakedTable leak = new ByRow(Neighbours.STREET, 1, 1).on(PLANTED);

    assertThat(column(leak, 1).get(2)).isEqualTo("四川省成都市郫都区解放路3号万科城3栋1单元303");
    assertThat(column(leak, 1).get(5)).isEqualTo("深圳市南山区人民路3号碧桂园3-1-303");
    assertThat(column(leak, 2).get(2)).isEqualTo("三年无出险");
  }

  @Test
  void theRateSaysHowManySuspiciousCellsChange() {
    assertThat(new ByRow(Neighbours.STREET, 0, 1).on(PLANTED)).isEqualTo(PLANTED);
    assertThat(new Integrated(0, 1).on(RELEASED)).isEqualTo(RELEASED);
    int half = changed(new ByColumn(Column.ADDRESS, Column.PLATE, .5, 1).on(RELEASED), 4);
    int all = changed(new ByColumn(Column.ADDRESS, Column.PLATE, 1, 1).on(RELEASED), 4);
    assertThat(half).isPositive().isLessThan(all);
  }

  @Test
  void theMostSuspiciousCellsChangeFirst() {
    LeakedTable table =
        new LeakedTable(
            List.of("车牌号", "厂牌型号"),
            Stream.of("2021款", "2021款", "2021款", "2021款", "21款", "21款", " 2021款 ")
                .map(year -> List.of("川A12345", "大众朗逸" + year + "1.5L自动舒适版"))
                .toList());

    for (long seed = 0; seed < 9; seed++) {
      LeakedTable leak = new ByColumn(Column.MODEL, Column.PLATE, 1 / 3.0, seed).on(table);
      assertThat(column(leak, 1).subList(4, 6)).isEqualTo(column(table, 1).subList(4, 6));
      assertThat(column(leak, 1).get(6)).isEqualTo("大众朗逸2021款1.5L自动舒适版");
    }
  }

  private static int changed(LeakedTable leak, int place) {
    return (int)
        IntStream.range(0, leak.rows().size())
            .filter(r -> !column(leak, place).get(r).equals(column(RELEASED, place).get(r)))
            .count();
  }

  static Stream<Attack> meaningful() {
    return Stream.of(
        new ByColumn(Column.MODEL, Column.PLATE, 1, 1),
        new ByRow(Neighbours.HOUSEHOLD, 1, 1),
        new ByRow(Neighbours.COMPOUND, 1, 1),
        new ByRow(Neighbours.MODEL, 1, 1),
        new Integrated(1, 1),
        new Commonest(.2));
  }

  @ParameterizedTest
  @MethodSource("meaningful")
  void whatCellsMeanStays(Attack attack) {
    LeakedTable leak = attack.on(RELEASED);

    assertThat(leak).isNotEqualTo(RELEASED);
    for (int r = 0; r < leak.rows().size(); r++) {
      for (Column column : List.of(Column.ADDRESS, Column.MODEL)) {
        int place = column.in(RELEASED).orElseThrow();
        assertThat(Standard.GEOCODER.of(column, leak.rows().get(r).get(place)))
            .isEqualTo(Standard.GEOCODER.of(column, RELEASED.rows().get(r).get(place)));
      }
    }
    for (int place : new int[] {0, 1, 2, 5}) {
      assertThat(column(leak, place)).isEqualTo(column(RELEASED, place));
    }
  }

  @Test
  void theIntegratedAttackLeavesFewerStylesThanTheReleasedCopyHas() {
    assertThat(styles(new Integrated(1, 1).on(RELEASED))).isLessThan(styles(RELEASED));
    assertThat(styles(new Commonest(1.1).on(RELEASED))).isLessThanOrEqualTo(4);
  }

  private static long styles(LeakedTable table) {
    return column(table, 4).stream()
            .flatMap(cell -> Trait.ADDRESS_END.read(cell).stream())
            .map(Styled::style)
            .distinct()
            .count()
        + column(table, 3).stream()
            .flatMap(cell -> Trait.MODEL_YEAR.read(cell).stream())
            .map(Styled::style)
            .distinct()
            .count();
  }

  @Test
  void aRareStyleIsReplacedByTheCommonestAndAFrequentOneStays() {
    LeakedTable leak = new Commonest(.4).on(PLANTED.columns(List.of(0, 1)));

    assertThat(column(leak, 1).get(2)).isEqualTo("四川省成都市郫都区解放路3号万科城3-1-303");
    assertThat(column(leak, 1).get(0)).isEqualTo("四川省成都市郫都区解放路1号万科城1栋1单元301");
  }

  @Test
  void rowsOfRareStylesGoFirst() {
    LeakedTable leak = new WithoutRareRows(1 / 6.0).on(PLANTED);

    assertThat(leak.rows()).hasSize(5).doesNotContain(PLANTED.rows().get(2));
    assertThat(new WithoutRareRows(.3).on(RELEASED).rows())
        .hasSize((int) Math.round(.7 * RELEASED.rows().size()))
        .isSubsetOf(RELEASED.rows());
  }

  @Test
  void droppedCarriersLeaveWhatCannotBeWrittenInTwoWays() {
    LeakedTable leak = new CarriersDropped(1, 1).on(PLANTED);

    assertThat(column(leak, 1).get(0)).isEqualTo("解放路万科城");
    assertThat(column(leak, 0)).isEqualTo(column(PLANTED, 0));
    assertThat(column(leak, 2)).allMatch(String::isEmpty);
    assertThat(new CarriersDropped(0, 1).on(PLANTED)).isEqualTo(PLANTED);
  }
}
