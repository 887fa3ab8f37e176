package io.tidemark.fingerprint.spelling;

import static io.tidemark.terms.FieldClass.ADDRESS;
import static io.tidemark.terms.FieldClass.MODEL;
import static io.tidemark.terms.FieldClass.REMARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real-looking values, and what never changes of the catalogue 2026.1. */
final class CatalogueTest {
  @Test
  void catalogue20261IsFrozen() {
    assertThat(Carrier.CATALOGUE).isEqualTo("2026.1");
    Map<String, Integer> spellings = new LinkedHashMap<>();
    Arrays.stream(Carrier.values()).forEach(c -> spellings.put(c.name(), c.spellings()));
    assertThat(spellings)
        .containsExactly(
            Map.entry("PROVINCE", 3),
            Map.entry("MUNICIPALITY", 2),
            Map.entry("UNIT", 7),
            Map.entry("MODEL_YEAR", 4),
            Map.entry("REMARK_STOP", 3),
            Map.entry("REMARK_NUMBER", 2));
    assertThat(all(ADDRESS, "成都市高新区天府大道26栋1单元1404室"))
        .containsExactly(
            "四川省成都市高新区天府大道26号楼1单元1404室",
            "四川省成都市高新区天府大道26号楼1单元1404",
            "四川省成都市高新区天府大道26栋1单元1404室",
            "四川省成都市高新区天府大道26栋1单元1404",
            "四川省成都市高新区天府大道26幢1单元1404室",
            "四川省成都市高新区天府大道26幢1单元1404",
            "四川省成都市高新区天府大道26-1-1404",
            "成都市高新区天府大道26号楼1单元1404室",
            "成都市高新区天府大道26号楼1单元1404",
            "成都市高新区天府大道26栋1单元1404室",
            "成都市高新区天府大道26栋1单元1404",
            "成都市高新区天府大道26幢1单元1404室",
            "成都市高新区天府大道26幢1单元1404",
            "成都市高新区天府大道26-1-1404",
            "四川成都市高新区天府大道26号楼1单元1404室",
            "四川成都市高新区天府大道26号楼1单元1404",
            "四川成都市高新区天府大道26栋1单元1404室",
            "四川成都市高新区天府大道26栋1单元1404",
            "四川成都市高新区天府大道26幢1单元1404室",
            "四川成都市高新区天府大道26幢1单元1404",
            "四川成都市高新区天府大道26-1-1404");
    assertThat(all(ADDRESS, "北京朝阳区光华里")).containsExactly("北京市朝阳区光华里", "北京朝阳区光华里");
    assertThat(all(MODEL, "大众朗逸 2021款 1.5L"))
        .containsExactly("大众朗逸2021款1.5L", "大众朗逸 2021款 1.5L", "大众朗逸21款1.5L", "大众朗逸 21款 1.5L");
    assertThat(all(REMARK, "出险1次，已修复"))
        .containsExactly("出险一次，已修复", "出险1次，已修复", "出险一次,已修复", "出险1次,已修复", "出险一次 已修复", "出险1次 已修复");
  }

  private static List<String> all(FieldClass field, String text) {
    Parsed parsed = Choices.parse(field, text);
    List<String> all = new ArrayList<>();
    Choices.of(parsed).forEach(choice -> all.add(Choices.render(parsed, choice)));
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "四川省成都市高新区天府大道26号楼1单元1404室",
        "成都市高新区天府大道26栋1单元1404",
        "四川成都市高新区天府大道26-1-1404",
        " 四川成都市高新区天府大道26幢1单元1404室 ",
        "成都市高新区天府大道26座1单元1404室"
      })
  void aHouseholdSpelledDifferentlyIsOneContent(String spelling) {
    assertThat(Choices.parse(ADDRESS, spelling).content())
        .isEqualTo(Choices.parse(ADDRESS, "四川省成都市高新区天府大道26号楼1单元1404室").content());
  }

  @ParameterizedTest
  @CsvSource({
    "内蒙古自治区呼和浩特市新城区海拉尔东街9号,PROVINCE",
    "新疆乌鲁木齐市天山区中山路,PROVINCE",
    "恩施土家族苗族自治州恩施市航空大道,PROVINCE",
    "吉林吉林市船营区,PROVINCE",
    "重庆市渝中区中山三路,MUNICIPALITY",
    "上海浦东新区世纪大道8号26-1-1404,MUNICIPALITY UNIT",
    "幸福里小区26-1-1404,UNIT",
    "湖北省仙桃市沔州大道26栋1单元101,UNIT",
    "湖北省仙桃市沔州大道,''",
    "北京路88号,''",
    "重庆南路12号3栋2单元501,UNIT",
    "天津街道办事处旁,''",
    "四川省成都市,''",
    "26-1-1404,''",
    "某小区9-26栋1单元1404,''",
    "某小区2021-26-1-1404,''",
  })
  void anAddressOffersWhatItsFormAllows(String address, String carriers) {
    assertThat(names(ADDRESS, address)).isEqualTo(carriers);
  }

  @ParameterizedTest
  @CsvSource({
    "别克GL8 2022款 ES陆尊,别克GL8 2022款ES陆尊",
    "别克GL82022款ES陆尊,别克GL8 2022款ES陆尊",
    "本田CR-V 21款 240TURBO,本田CR-V 2021款240TURBO",
    "特斯拉Model Y 2023款 长续航版,特斯拉Model Y 2023款长续航版",
    "特斯拉Model 3 21款 标准版,特斯拉Model 3 2021款标准版",
    "长安CS75 PLUS 2022款 1.5T,长安CS75 PLUS 2022款1.5T",
    "比亚迪宋PLUS DM-i 2021款 110KM,比亚迪宋PLUS DM-i 2021款110KM",
    "宝马3系21款 325Li,宝马3系2021款325Li",
  })
  void aModelKeepsItsSeries(String model, String content) {
    assertThat(Choices.text(Choices.parse(MODEL, model).content())).isEqualTo(content);
    assertThat(names(MODEL, model)).isEqualTo("MODEL_YEAR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"大众朗逸 1.5L 自动", "2021款", "朗逸2021款", "东风121款货车", "款", ""})
  void aModelWithoutAYearOrWithoutEquipmentLeavesAsItCame(String model) {
    Parsed parsed = Choices.parse(MODEL, model);
    assertThat(parsed.carriers()).isEmpty();
    assertThat(Choices.render(parsed)).isEqualTo(model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"第一次投保", "一次性付款", "2021年购车", "十一年老客户", "每周一次日回访", "甲乙，丙丁，戊己", "〓一次"})
  void aRemarkWhoseMeaningCouldChangeLeavesAsItCame(String remark) {
    assertThat(Choices.parse(REMARK, remark).carriers()).isEmpty();
  }

  @Test
  void namesNumbersAndDatesAreNeverTouched() {
    for (FieldClass field : FieldClass.values()) {
      boolean marked = field == ADDRESS || field == MODEL || field == REMARK;
      assertThat(names(field, "成都市高新区天府大道26-1-1404").isEmpty())
          .as(field.name())
          .isEqualTo(field != ADDRESS);
      assertThat(Arrays.stream(Carrier.values()).anyMatch(c -> c.field() == field))
          .isEqualTo(marked);
    }
  }

  @Test
  void carriersOfOneFieldThatStandTogetherHaveLanesOfTheirOwn() {
    assertThat(Carrier.PROVINCE.lane()).isNotEqualTo(Carrier.UNIT.lane());
    assertThat(Carrier.MUNICIPALITY.lane()).isNotEqualTo(Carrier.UNIT.lane());
    assertThat(Carrier.REMARK_STOP.lane()).isNotEqualTo(Carrier.REMARK_NUMBER.lane());
    assertThat(Carrier.values()).allMatch(carrier -> carrier.lane() >= 0 && carrier.lane() < 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "重庆市渝中区中山三路7号楼2单元302室",
        "成都市武侯区科华路26栋1单元1405室",
        "成都市武侯区科华路27-1-1404",
        "不详",
        "",
        "126栋1单元1404"
      })
  void anotherAddressIsUnread(String leaked) {
    Parsed parsed = Choices.parse(ADDRESS, "成都市高新区天府大道26栋1单元1404室");
    assertThat(parsed.read(PersonalText.of(leaked))).containsOnly(Shown.UNREAD);
  }

  @Test
  void aRewrittenEndDoesNotHideTheHead() {
    Parsed parsed = Choices.parse(ADDRESS, "成都市高新区天府大道26栋1单元1404室");
    assertThat(parsed.read(PersonalText.of("四川成都市高新区天府大道二十六栋")))
        .containsExactly(new Shown(0b100), Shown.UNREAD);
  }

  @Test
  void aModelThatMayHaveLostItsSpacesIsReadAsAnyThatLooksLikeIt() {
    Parsed parsed = Choices.parse(MODEL, "别克君威2018款28T精英型");
    assertThat(parsed.read(PersonalText.of("别克君威2018款28T精英型"))).containsExactly(new Shown(0b0011));
    assertThat(parsed.read(PersonalText.of("别克君威 18款 28T精英型"))).containsExactly(new Shown(0b1000));
  }

  @Test
  void anotherModelOrRemarkIsUnread() {
    assertThat(Choices.parse(MODEL, "大众朗逸2021款1.5L").read(PersonalText.of("大众朗逸2020款1.5L")))
        .containsExactly(Shown.UNREAD);
    assertThat(Choices.parse(REMARK, "出险一次，已修复").read(PersonalText.of("出险两次，已修复")))
        .containsExactly(Shown.UNREAD, Shown.UNREAD);
  }

  @Test
  void aLongerTextShowsTheSpellingThatStandsInIt() {
    Parsed parsed = Choices.parse(ADDRESS, "成都市高新区天府大道26栋1单元1404室");
    String post = "王伟 13800001111 川A12345 地址：四川成都市高新区天府大道26栋1单元1404室，下月到期";
    assertThat(parsed.find(PersonalText.of(post)))
        .containsExactly(new Shown(0b100), new Shown(1 << 2));
    assertThat(parsed.find(PersonalText.of("别的内容"))).containsOnly(Shown.UNREAD);
  }

  @Property(tries = 3000)
  void anyTextIsReadWithoutFailing(@ForAll String text, @ForAll String leaked) {
    AnyText.holds(text, leaked);
  }

  private static String names(FieldClass field, String text) {
    List<Carrier> carriers = Choices.parse(field, text).carriers();
    return String.join(" ", carriers.stream().map(Carrier::name).toList());
  }
}
