package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.Layout.IndexColumn;
import io.tidemark.chainsim.leak.Layout.TitleAbove;
import io.tidemark.chainsim.leak.Layout.TotalBelow;
import io.tidemark.chainsim.leak.Layout.TwoRowHeadings;
import io.tidemark.chainsim.leak.Mishandling.DateStyle;
import io.tidemark.chainsim.leak.Mishandling.DatesRewritten;
import io.tidemark.chainsim.leak.Mishandling.MobilesAsNumbers;
import io.tidemark.chainsim.leak.Mishandling.MobilesCutShort;
import io.tidemark.chainsim.leak.Reshaping.HeadingLanguage;
import io.tidemark.chainsim.leak.Reshaping.Translated;
import io.tidemark.chainsim.leak.Selection.Joined;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
  private static final LeakedTable RELEASED = Released.list(5, 100);

  static Stream<Attack> layouts() {
    return Stream.of(
        TitleAbove.usual(), new TwoRowHeadings(), new IndexColumn(4, 1), new TotalBelow());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyRowOfTheTableIsStillThereAndAsWideAsTheOthers(Attack layout) {
    LeakedTable leak = layout.on(RELEASED);

    assertThat(leak).isEqualTo(layout.on(RELEASED));
    assertThat(leak.rows()).allMatch(row -> row.size() == leak.headings().size());
    int extra = leak.width() - RELEASED.width();
    assertThat(leak.rows().stream().map(row -> row.subList(extra, row.size())))
        .containsAll(RELEASED.rows());
  }

  @Test
  void titlesAndGroupsStandAboveTheHeadings() {
    LeakedTable leak = Attack.all(RELEASED, new TwoRowHeadings(), TitleAbove.usual());

    assertThat(leak.headings()).containsExactly("续保客户名单", "", "", "", "", "");
    assertThat(leak.rows().get(0).get(0)).startsWith("制表日期");
    assertThat(leak.rows().get(1)).containsExactly("客户信息", "", "车辆信息", "", "客户信息", "保单信息");
    assertThat(leak.rows().get(2)).isEqualTo(Released.HEADINGS);
    assertThat(leak.rows().subList(3, leak.rows().size())).isEqualTo(RELEASED.rows());
  }

  @Test
  void theIndexCountsGroupsAndIsEmptyWithinThem() {
    List<String> index =
        new IndexColumn(4, 1).on(RELEASED).rows().stream().map(row -> row.get(0)).toList();

    List<String> written = index.stream().filter(cell -> !cell.isEmpty()).toList();
    assertThat(index.get(0)).isEqualTo("1");
    assertThat(written).hasSizeBetween(index.size() / 4, index.size() - 1).doesNotHaveDuplicates();
    assertThat(written.get(written.size() - 1)).isEqualTo(String.valueOf(written.size()));
  }

  @Test
  void theTotalSumsThePremiums() {
    LeakedTable table =
        new LeakedTable(
            List.of("姓名", "保费"), List.of(List.of("李一", "1000.50"), List.of("王二", "99.50")));

    assertThat(new TotalBelow().on(table).rows().get(2)).containsExactly("合计：2条", "1100.00");
  }

  @ParameterizedTest
  @EnumSource(HeadingLanguage.class)
  void translatedHeadingsNameTheSameColumns(HeadingLanguage language) {
    LeakedTable leak = new Translated(language, 3).on(RELEASED);

    for (Column column : Column.values()) {
      assertThat(column.in(leak).isPresent()).isEqualTo(column.in(RELEASED).isPresent());
      column
          .in(leak)
          .ifPresent(
              place ->
                  assertThat(leak.rows().get(7).get(place))
                      .isEqualTo(RELEASED.rows().get(7).get(column.in(RELEASED).orElseThrow())));
    }
    boolean han = leak.headings().stream().anyMatch(heading -> heading.matches(".*\\p{IsHan}.*"));
    assertThat(han).isEqualTo(language == HeadingLanguage.CHINESE);
  }

  @ParameterizedTest
  @CsvSource({
    "SERIAL,46327",
    "SERIAL_WITH_POINT,46327.0",
    "WITH_TIME,2026-11-01 00:00:00",
    "SLASHES,2026/11/1",
    "COMPACT,20261101",
    "CHINESE,2026年11月1日",
    "DAY_FIRST,01/11/2026",
    "MONTH_FIRST,11/1/2026",
  })
  void everyWayOfWritingADateIsRewritten(DateStyle style, String expected) {
    LeakedTable dates =
        new LeakedTable(
            List.of("终保日期"),
            Stream.of("2026-11-01", "2026/11/1", "20261101", "2026年11月1日", "2026-02-30", "")
                .map(List::of)
                .toList());

    List<List<String>> rows = new DatesRewritten(style).on(dates).rows();

    assertThat(rows.subList(0, 4)).allMatch(row -> row.get(0).equals(expected));
    assertThat(rows.get(4).get(0)).containsPattern("30");
    assertThat(rows.get(5).get(0)).isEmpty();
  }

  @Test
  void phonesAreShownInEveryWayOfASpreadsheet() {
    LeakedTable phone = new LeakedTable(List.of("手机号"), List.of(List.of("138 1234-5678")));

    assertThat(
            Stream.iterate(0L, seed -> seed + 1)
                .limit(100)
                .map(seed -> new MobilesAsNumbers(seed).on(phone).rows().get(0).get(0)))
        .containsOnly(
            "13812345678.0",
            "1.3812345678E10",
            "13812345678.00",
            "1.3812345678E+10",
            "'13812345678",
            "13,812,345,678");
    assertThat(new MobilesCutShort().on(phone).rows().get(0)).containsExactly("1.38123E+10");
  }

  @Test
  void twoListsInOneFileShareTheHeadingsOfTheFirst() {
    LeakedTable other =
        new LeakedTable(List.of("plate", "外部", "车主"), List.of(List.of("川A1", "x", "李一")));

    LeakedTable leak = new Joined(other, 1).on(RELEASED);

    assertThat(leak.headings()).isEqualTo(RELEASED.headings());
    assertThat(leak.rows())
        .hasSize(RELEASED.rows().size() + 1)
        .containsAll(RELEASED.rows())
        .contains(List.of("李一", "", "川A1", "", "", ""));
  }
}
