package io.tidemark.fingerprint.spelling;

import static io.tidemark.terms.FieldClass.ADDRESS;
import static io.tidemark.terms.FieldClass.AGENCY;
import static io.tidemark.terms.FieldClass.MODEL;
import static io.tidemark.terms.FieldClass.REMARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real-looking values, and what never changes of a catalogue. */
final class CatalogueTest {
  @Test
  void catalogue20261IsFrozen() {
    assertThat(since("2026.1"))
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
    assertThat(all(MODEL, "大众朗逸 2021款 舒适版"))
        .containsExactly("大众朗逸2021款舒适版", "大众朗逸 2021款 舒适版", "大众朗逸21款舒适版", "大众朗逸 21款 舒适版");
    assertThat(all(REMARK, "出险1次，已修复"))
        .containsExactly("出险一次，已修复", "出险1次，已修复", "出险一次,已修复", "出险1次,已修复", "出险一次 已修复", "出险1次 已修复");
  }

  @Test
  void catalogue20262IsFrozen() {
    assertThat(Carrier.CATALOGUE).isEqualTo("2026.2");
    assertThat(since("2026.2"))
        .containsExactly(
            Map.entry("GEARBOX", 3),
            Map.entry("ENGINE", 2),
            Map.entry("DRIVE", 2),
            Map.entry("REMARK_NOT", 3),
            Map.entry("REMARK_INSPECTION", 2),
            Map.entry("REMARK_AND", 3),
            Map.entry("REMARK_BEFORE", 2),
            Map.entry("REMARK_AFTER", 3),
            Map.entry("REMARK_NEED", 2),
            Map.entry("AGENCY_FORM", 4),
            Map.entry("DEALER_FORM", 3),
            Map.entry("AGENCY_BRANCH", 3));
    assertThat(all(MODEL, "福特福克斯 1.5L自动锋潮型"))
        .containsExactly(
            "福特福克斯 1.5L自动锋潮型",
            "福特福克斯 1.5升自动锋潮型",
            "福特福克斯 1.5L自动挡锋潮型",
            "福特福克斯 1.5升自动挡锋潮型",
            "福特福克斯 1.5L自动档锋潮型",
            "福特福克斯 1.5升自动档锋潮型");
    assertThat(all(MODEL, "起亚智跑 2.0T手动两驱时尚版"))
        .contains("起亚智跑 2.0T手动2驱时尚版", "起亚智跑 2.0T手动档2驱时尚版")
        .hasSize(6);
    assertThat(all(REMARK, "车贷没结清")).containsExactly("车贷未结清", "车贷没结清", "车贷尚未结清");
    assertThat(all(REMARK, "无出险")).containsExactly("无出险", "未出险", "没出险");
    assertThat(all(REMARK, "代办年审")).containsExactly("代办年检", "代办年审");
    assertThat(all(REMARK, "商业险加驾意险")).containsExactly("商业险加驾意险", "商业险+驾意险", "商业险和驾意险");
    assertThat(all(REMARK, "联系之前先发短信")).containsExactly("联系前先发短信", "联系之前先发短信");
    assertThat(all(REMARK, "下班后再打电话")).containsExactly("下班后再打电话", "下班以后再打电话", "下班之后再打电话");
    assertThat(all(REMARK, "需对公发票")).containsExactly("需要对公发票", "需对公发票");
    assertThat(all(AGENCY, "四川华康保代"))
        .containsExactly("四川华康保险代理有限公司", "四川华康保险代理公司", "四川华康保险代理", "四川华康保代");
    assertThat(all(AGENCY, "明亚保险经纪有限公司成都分公司"))
        .containsExactly("明亚保险经纪有限公司成都分公司", "明亚保险经纪公司成都分公司", "明亚保险经纪成都分公司", "明亚保经成都分公司");
    assertThat(all(AGENCY, "成都建国汽车销售服务"))
        .containsExactly("成都建国汽车销售服务有限公司", "成都建国汽车销售服务公司", "成都建国汽车销售服务");
    assertThat(all(AGENCY, "绵阳中支")).containsExactly("绵阳中心支公司", "绵阳中支", "绵阳中心支");
  }

  private static Map<String, Integer> since(String version) {
    Map<String, Integer> spellings = new LinkedHashMap<>();
    Arrays.stream(Carrier.values())
        .filter(c -> c.since().equals(version))
        .forEach(c -> spellings.put(c.name(), c.spellings()));
    return spellings;
  }

  @Test
  void everyCarrierHasItsLineAndReasonsInBothLanguages() {
    assertThat(Entry.count()).isEqualTo(Carrier.values().length);
    for (Carrier carrier : Carrier.values()) {
      assertThat(carrier.reason().zh()).as(carrier.name()).containsPattern("\\p{IsHan}");
      assertThat(carrier.reason().en()).as(carrier.name()).hasSizeGreaterThan(20);
      assertThat(carrier.entry().groups())
          .allSatisfy(group -> assertThat(group).hasSize(carrier.spellings()));
    }
  }

  @Test
  void theTableOfTheDocumentsIsTheDatas() throws IOException {
    Path docs = Path.of(System.getProperty("project.root", ".."), "docs", "catalogue.md");
    List<String> lines = Files.readAllLines(docs);
    for (Carrier carrier : Carrier.values()) {
      String spellings =
          carrier.entry().groups().stream()
              .map(group -> "`" + String.join("\t", group) + "`")
              .map(group -> group.replace(' ', '␠').replace("\t", "` `"))
              .collect(Collectors.joining(" · "));
      assertThat(lines)
          .filteredOn(line -> line.startsWith("| " + carrier.name() + " | " + carrier.since()))
          .singleElement()
          .asString()
          .contains("| " + carrier.lane() + " | " + spellings + " |")
          .contains(carrier.reason().zh() + "<br>" + carrier.reason().en());
    }
  }

  @Test
  void whatLooksAlikeAfterCleaningIsTheSameInEveryGroup() {
    for (Carrier carrier : Carrier.values()) {
      for (List<String> group : carrier.entry().groups()) {
        for (int s = 0; s < carrier.spellings(); s++) {
          for (int other = 0; other < carrier.spellings(); other++) {
            assertThat(carrier.whenCleaned(s).admits(other))
                .as("%s %d %d", carrier, s, other)
                .isEqualTo(Choices.cleaned(group.get(s)).equals(Choices.cleaned(group.get(other))));
          }
        }
      }
    }
    assertThat(Carrier.MODEL_YEAR.whenCleaned(0)).isEqualTo(new Shown(0b0011));
    assertThat(Carrier.REMARK_STOP.whenCleaned(2)).isEqualTo(new Shown(0b111));
    assertThat(Carrier.UNIT.whenCleaned(6)).isEqualTo(new Shown(1 << 6));
  }

  @ParameterizedTest
  @CsvSource({
    "MODEL,蔚来ES6 自动驾驶版",
    "MODEL,蔚来ES6 自动泊车包",
    "MODEL,哈弗H6 手动模式按钮",
    "MODEL,大众朗逸 半自动舒适版",
    "MODEL,大众朗逸 1.5L升级版",
    "MODEL,大众朗逸 1.5升级版",
    "MODEL,本田CR-V 240TURBO",
    "MODEL,哈弗大狗 1.5T舒适",
    "MODEL,福特锐界 EcoBoost 245两驱精锐型5座",
    "MODEL,大众朗逸 1.5L自动1.4L手动",
    "MODEL,某车 11.5L",
    "MODEL,某车 1.5LT",
    "REMARK,年检员",
    "REMARK,每三年检一次的",
    "REMARK,加保商业险",
    "REMARK,不需要发票",
    "REMARK,必需先寄",
    "REMARK,无出险记录",
    "REMARK,从未出险",
    "REMARK,出单前台",
    "REMARK,付款后期",
    "REMARK,商业险加交强险加驾意险",
    "REMARK,未结清的和没结清的",
    "AGENCY,保险代理公司",
    "AGENCY,张三代理人",
    "AGENCY,某某保代办",
    "AGENCY,华康保险代理股份有限公司",
    "AGENCY,华康保险代理有限责任公司",
    "AGENCY,华康保险代理股份有限公司分公司",
    "AGENCY,建国汽车销售有限公司",
    "AGENCY,建国4S店",
    "AGENCY,工商银行市中支行",
  })
  void whatOnlyResemblesARuleLeavesAsItCame(FieldClass field, String text) {
    List<Carrier> carriers = new ArrayList<>(Choices.parse(field, text).carriers());
    carriers.removeIf(carrier -> carrier.since().equals("2026.1"));
    assertThat(carriers).isEmpty();
  }

  @Test
  void severalWordsOfOneValueAreCarriersOfTheirOwn() {
    assertThat(names(MODEL, "大众朗逸 2021款 1.5L自动两驱舒适版")).isEqualTo("MODEL_YEAR GEARBOX ENGINE DRIVE");
    assertThat(names(REMARK, "车贷未结清,去年出险一次")).isEqualTo("REMARK_STOP REMARK_NUMBER REMARK_NOT");
    assertThat(names(REMARK, "联系前先发短信,需要对公发票")).isEqualTo("REMARK_STOP REMARK_BEFORE REMARK_NEED");
  }

  @Test
  void aRecordOfAnOlderCatalogueIsTakenApartByWhatItWasStoredWith() {
    PersonalText model = PersonalText.of("大众朗逸 2021款 1.5L自动舒适版");
    Parsed old = Catalogue.parse(MODEL, model, List.of(Carrier.MODEL_YEAR));
    assertThat(old.carriers()).containsExactly(Carrier.MODEL_YEAR);
    assertThat(Choices.text(old.content())).isEqualTo("大众朗逸2021款1.5L自动舒适版");
    assertThat(old.read(PersonalText.of("大众朗逸 21款 1.5L自动舒适版"))).containsExactly(new Shown(0b1000));
    assertThat(Catalogue.parse(MODEL, model, List.of()).carriers()).isEmpty();
    assertThat(Catalogue.parse(MODEL, model, List.of(Carrier.UNIT)).carriers()).isEmpty();
  }

  private static List<String> all(FieldClass field, String text) {
    Parsed parsed = Choices.parse(field, text);
    List<String> all = new ArrayList<>();
    if (parsed.carriers().isEmpty()) {
      return all;
    }
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
  @ValueSource(strings = {"大众朗逸 DSG 豪华版", "2021款", "朗逸2021款", "东风121款货车", "款", ""})
  void aModelWithoutAYearOrWithoutEquipmentLeavesAsItCame(String model) {
    Parsed parsed = Choices.parse(MODEL, model);
    assertThat(parsed.carriers()).isEmpty();
    assertThat(Choices.render(parsed)).isEqualTo(model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"第一次投保", "一次性付款", "2021年购车", "十一年老客户", "每周一次日回访", "甲乙，丙丁，戊己"})
  void aRemarkWhoseMeaningCouldChangeLeavesAsItCame(String remark) {
    assertThat(Choices.parse(REMARK, remark).carriers()).isEmpty();
  }

  @Test
  void namesNumbersAndDatesAreNeverTouched() {
    for (FieldClass field : FieldClass.values()) {
      boolean marked = field == ADDRESS || field == MODEL || field == REMARK || field == AGENCY;
      assertThat(names(field, "成都市高新区天府大道26-1-1404").isEmpty())
          .as(field.name())
          .isEqualTo(field != ADDRESS);
      assertThat(Arrays.stream(Carrier.values()).anyMatch(c -> c.field() == field))
          .isEqualTo(marked);
    }
  }

  @Test
  void carriersOfOneFieldThatStandTogetherHaveLanesOfTheirOwn() {
    for (FieldClass field : Catalogue.marked()) {
      assertThat(Carrier.of(field))
          .filteredOn(carrier -> carrier != Carrier.MUNICIPALITY)
          .extracting(Carrier::lane)
          .doesNotHaveDuplicates();
    }
    assertThat(Carrier.MUNICIPALITY.lane()).isNotEqualTo(Carrier.UNIT.lane());
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
  void anotherModelOrRemarkIsUnread() {
    assertThat(Choices.parse(MODEL, "大众朗逸2021款1.5L").read(PersonalText.of("大众朗逸2020款1.5L")))
        .containsExactly(Shown.UNREAD, Shown.UNREAD);
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

  @Property(tries = 1500)
  void anyMixOfTheCataloguesOwnWordsKeepsItsIdentity(
      @ForAll @Size(max = 7) List<@From("pieces") String> pieces) {
    String text = String.join("", pieces);
    AnyText.holds(text, text);
  }

  @Provide
  static Arbitrary<String> pieces() {
    List<String> pieces =
        new ArrayList<>(
            List.of(
                "大众",
                "朗逸",
                "CVT",
                "1.5",
                "1.5L",
                "2.0T",
                " ",
                "　",
                "，",
                ",",
                "、",
                "舒适版",
                "款",
                "2021款",
                " 21款 ",
                "GL8",
                "商业险",
                "驾意险",
                "出险",
                "三次",
                "2年",
                "客户",
                "下班",
                "联系",
                "先发短信",
                "对公发票",
                "成都",
                "成都市",
                "四川省",
                "高新区",
                "华康",
                "分公司",
                "有限公司",
                "股份",
                "26栋1单元1404",
                "-",
                "驾驶",
                "每",
                "不",
                "尚",
                "\u0301"));
    for (Carrier carrier : Carrier.values()) {
      carrier.entry().groups().forEach(pieces::addAll);
    }
    return Arbitraries.of(pieces);
  }

  private static String names(FieldClass field, String text) {
    List<Carrier> carriers = Choices.parse(field, text).carriers();
    return String.join(" ", carriers.stream().map(Carrier::name).toList());
  }
}
