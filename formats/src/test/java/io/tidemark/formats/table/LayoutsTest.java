package io.tidemark.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Reveal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people dress them. */
final class LayoutsTest {
  private static final String PEOPLE =
      "李四,13812345678,川A12345,2026-12-01\n王五,13912345678,川A23456,2026-12-02\n";

  @TempDir Path folder = Path.of("");

  /** Headings over the same four columns: name, mobile, plate, expiry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "姓名,手机号,车牌号,终保日期\n",
        "续保客户名单\n制表日期：2026-11-01,制表人：张三\n姓名,手机号,车牌号,终保日期\n",
        "客户信息,,车辆信息,保单信息\n姓名,手机号,车牌号,终保日期\n",
        "客户,,车辆,保单\n姓名,手机号,车牌号,终保日期\n",
        "续保名单,,,\n,客户信息,车辆信息,\n姓名,手机号,车牌号,终保日期\n",
        "姓名,手机号,车辆信息,\n,,车牌号,终保日期\n",
        "客户信息,,车牌号,终保日期\n姓名,手机号,,\n",
        "xingming,shouji_hao,ChePai Hao,ZHONGBAO RIQI\n",
        "XM,SJH,CPH,ZBRQ\n",
        "customerName,mobile_no,PlateNumber,policy-expiry-date\n"
      })
  void theHeadingIsFound(String headings) throws Exception {
    try (Table table = Tables.table(Rows.file(folder, "h.csv", headings + PEOPLE))) {
      assertThat(table.headings())
          .extracting(Heading::field)
          .containsExactly(
              Optional.of(FieldClass.NAME),
              Optional.of(FieldClass.MOBILE),
              Optional.of(FieldClass.PLATE),
              Optional.of(FieldClass.EXPIRY));
      Rows rows = Rows.of(table);
      assertThat(rows.good()).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(4));
      assertThat(rows.rejects()).isEmpty();
    }
  }

  @Test
  void aRowThatOnlyLooksLikeAHeadingIsData() throws Exception {
    String text = "李四,13812345678,川A12345,到期\n王五,13912345678,川A23456,到期\n";
    try (Table table = Tables.table(Rows.file(folder, "d.csv", text))) {
      assertThat(table.headed()).isFalse();
      assertThat(Rows.of(table).good()).hasSize(2);
    }
  }

  @Test
  void aFirstRowWithGapsIsNoSecondHeading() throws Exception {
    String text = "姓名,手机号,车牌号,备注\n,13812345678,,到期\n" + PEOPLE;
    assertThat(Rows.of(Rows.file(folder, "g.csv", text)).good()).hasSize(3);
  }

  @Test
  void totalsAndRepeatedHeadingsArePassedOver() throws Exception {
    String heading = "序号,姓名,手机号,保费\n";
    String rows = "1,李四,13812345678,1200.50\n,合计,13912345678,800\n";
    String total = "合计：2条,,,2000.50\n总计,,2,\"2,000.50\"\n";
    Rows read = Rows.of(Rows.file(folder, "t.csv", heading + rows + heading + rows + total));
    assertThat(read.good()).hasSize(4);
    assertThat(read.rejects()).isEmpty();
  }

  @Test
  void whatDoesNotFitKeepsItsTextForThoseWhoAskForIt() throws Exception {
    String text =
        "姓名,手机号,车牌号,地址\n李四,13812345678,川A12345,成都,武侯\n王五,\"139,川A23456,成都\n" + "李四,138,川A,成都\n";
    try (Table table = Tables.table(Rows.file(folder, "m.csv", text))) {
      assertThat(table.next().orElseThrow()).isInstanceOf(Reject.class);
      assertThat(table.misfit().reveal(Reveal.TRACE)).contains("13812345678", "武侯");
      assertThat(table.next().orElseThrow()).isInstanceOf(Reject.class);
      assertThat(table.misfit().reveal(Reveal.TRACE)).contains("王五", "川A23456");
      assertThat(table.next().orElseThrow()).isInstanceOf(Row.class);
      assertThat(table.misfit().isEmpty()).isTrue();
    }
  }

  @Test
  void theTextOfAMisfitRightBehindTheHeadingIsKeptToo() throws Exception {
    Path file = Rows.file(folder, "f.csv", "姓名,手机号,车牌号\n李四,\"138,川A\n" + "王五,139,川B\n");
    try (Table table = Tables.table(file)) {
      assertThat(table.next().orElseThrow()).isEqualTo(Reject.openQuote(2, 2));
      assertThat(table.misfit().reveal(Reveal.TRACE)).contains("李四", "138");
    }
  }

  @Test
  void aTableOnItsSideIsSetUpright() throws Exception {
    String text = "姓名,李四,王五,赵六\n手机号,138,139\n车牌号,川A,川B,川C\n";
    try (Table table = Tables.table(Rows.file(folder, "side.csv", text))) {
      assertThat(table.column(FieldClass.MOBILE)).hasValue(1);
      assertThat(Rows.of(table).good())
          .containsExactly(
              List.of("李四", "138", "川A"), List.of("王五", "139", "川B"), List.of("赵六", "", "川C"));
    }
  }

  @Test
  void theFieldsOfOnePersonBelowEachOtherAreLooseText() throws Exception {
    String text = "姓名,李四\n手机号,13812345678\n车牌号,川A12345\n\n姓名,王五\n手机号,139\n车牌号,川B\n";
    assertThat(Tables.open(Rows.file(folder, "down.csv", text))).isInstanceOf(Material.Loose.class);
  }

  @Test
  void aRuleBelowTheHeadingIsPassedOver() throws Exception {
    String text = "| 姓名 | 手机号 |\n|---|:---:|\n| 李四 | 138 |\n";
    assertThat(Rows.of(Rows.file(folder, "md.txt", text)).good()).hasSize(1);
  }

  @Test
  void aTableBeginsOnTheFirstSheetWithAHeadingAndGoesOnOverTheOthers() throws Exception {
    Path file =
        new Book()
            .sheet(row(1, "续保客户名单"))
            .sheet(row(1, "2026年名单") + row(2, "姓名", "手机号") + row(3, "李四", "138"))
            .sheet(row(1, "手机号", "姓名") + row(2, "139", "王五"))
            .write(folder.resolve("s.xlsx"));
    try (Table table = Tables.table(file)) {
      assertThat(table.notes()).singleElement().asString().contains("of 3 sheets only number 2");
      assertThat(Rows.of(table).good()).containsExactly(List.of("李四", "138"));
      Table other = table.nextSheet().orElseThrow();
      assertThat(other.column(FieldClass.MOBILE)).hasValue(0);
      assertThat(Rows.of(other).good()).containsExactly(List.of("139", "王五"));
      assertThat(other.nextSheet()).isEmpty();
    }
    try (Table first = (Table) Tables.open(file)) {
      assertThat(first.headed()).isFalse();
      assertThat(first.nextSheet().orElseThrow().headed()).isTrue();
    }
  }

  @Test
  void aWorkbookWithoutAnyHeadingIsReadFromItsFirstSheet() throws Exception {
    Path file = new Book().sheet(row(1, "甲")).sheet(row(1, "乙")).write(folder.resolve("u.xlsx"));
    assertThat(Rows.of(file).good()).containsExactly(List.of("甲"));
  }

  private static String row(int number, String... cells) {
    StringBuilder xml = new StringBuilder("<row r='" + number + "'>");
    for (String cell : cells) {
      xml.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
    }
    return xml.append("</row>").toString();
  }
}
