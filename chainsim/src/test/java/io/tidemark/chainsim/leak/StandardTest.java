package io.tidemark.chainsim.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.Rewriting.Standardised;
import io.tidemark.chainsim.portfolio.Home;
import io.tidemark.chainsim.portfolio.Place;
import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.Policy.Car;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.classify.Labels;
import io.tidemark.terms.FieldClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardTest {
  private static final LeakedTable RELEASED =
      new LeakedTable(
          PortfolioGenerator.COLUMNS,
          new PortfolioGenerator(21, 1_000, Untidiness.asExported()).rows().toList());
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2026, 11, 1));
  private static final Map<Column, FieldClass> IDENTIFYING =
      Map.of(
          Column.NAME,
          FieldClass.NAME,
          Column.IDENTITY_NUMBER,
          FieldClass.IDENTITY_NUMBER,
          Column.MOBILE,
          FieldClass.MOBILE,
          Column.PLATE,
          FieldClass.PLATE,
          Column.VIN,
          FieldClass.VIN,
          Column.ENGINE,
          FieldClass.ENGINE_NUMBER,
          Column.POLICY_NUMBER,
          FieldClass.POLICY_NUMBER,
          Column.FIRST_REGISTRATION,
          FieldClass.FIRST_REGISTRATION,
          Column.EXPIRY,
          FieldClass.EXPIRY,
          Column.PREMIUM,
          FieldClass.PREMIUM);

  @ParameterizedTest
  @EnumSource(Standard.class)
  void aProgramThatIsRunAgainChangesNothing(Standard standard) {
    LeakedTable once = new Standardised(standard).on(RELEASED);

    LeakedTable again = new Standardised(standard).on(once);

    for (int r = 0; r < once.rows().size(); r++) {
      assertThat(again.rows().get(r)).isEqualTo(once.rows().get(r));
    }
    assertThat(once).isNotEqualTo(RELEASED);
  }

  @ParameterizedTest
  @EnumSource(Standard.class)
  void aProgramThatIsRunAgainOnHandWrittenTextsChangesNothing(Standard standard) {
    texts()
        .forEach(
            (column, spellings) ->
                assertThat(spellings)
                    .allSatisfy(
                        text -> {
                          String once = standard.of(column, text);
                          assertThat(standard.of(column, once)).isEqualTo(once);
                        }));
  }

  private static Map<Column, List<String>> texts() {
    return Map.of(
        Column.ADDRESS,
        Spellings.address(),
        Column.MODEL,
        Spellings.model(),
        Column.AGENCY,
        List.of(Spellings.agency(), Spellings.dealer(), Spellings.branch()).stream()
            .flatMap(List::stream)
            .toList(),
        Column.REMARK,
        Spellings.remark());
  }

  @ParameterizedTest
  @EnumSource(Standard.class)
  void namesNumbersPlatesAndDatesKeepTheirMeaning(Standard standard) {
    LeakedTable leak = new Standardised(standard).on(RELEASED);

    IDENTIFYING.forEach(
        (column, field) -> {
          int place = column.in(RELEASED).orElseThrow();
          for (int r = 0; r < leak.rows().size(); r++) {
            assertThat(LABELS.label(field, leak.rows().get(r).get(place)).canonical())
                .as(column + " of row " + r)
                .isEqualTo(LABELS.label(field, RELEASED.rows().get(r).get(place)).canonical());
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Standard.class)
  void emptyCellsStayEmpty(Standard standard) {
    for (Column column : Column.values()) {
      assertThat(standard.of(column, "")).isEmpty();
    }
  }

  @Test
  void theThoroughOnesBringEveryHandWrittenSpellingToOneText() {
    assertThat(forms(Standard.REGISTRY, Column.ADDRESS, Spellings.address()))
        .containsExactly("四川省成都市郫都区解放路291号万科城26号楼1单元1404室");
    assertThat(forms(Standard.GEOCODER, Column.ADDRESS, Spellings.address()))
        .containsExactly("四川省 成都市 郫都区 解放路 291号 万科城 26栋 1单元 1404");
    assertThat(forms(Standard.REGISTRY, Column.MODEL, Spellings.model()))
        .containsExactly("2021款大众朗逸舒适版 1.5升 自动挡");
    assertThat(forms(Standard.GEOCODER, Column.MODEL, Spellings.model()))
        .containsExactly("大众朗逸舒适 2021款 1.5L 自动");
    assertThat(forms(Standard.REGISTRY, Column.AGENCY, Spellings.agency()))
        .containsExactly("锦程保险代理有限公司");
    assertThat(forms(Standard.REGISTRY, Column.AGENCY, Spellings.dealer()))
        .containsExactly("顺达汽车销售服务有限公司");
    assertThat(forms(Standard.REGISTRY, Column.AGENCY, Spellings.branch()))
        .containsExactly("成都中心支公司");
    assertThat(forms(Standard.BROKER, Column.AGENCY, Spellings.agency())).containsExactly("锦程保代");
    assertThat(forms(Standard.BROKER, Column.AGENCY, Spellings.dealer())).containsExactly("顺达汽销");
    assertThat(forms(Standard.BROKER, Column.AGENCY, Spellings.branch())).containsExactly("成都中支");
    assertThat(forms(Standard.REGISTRY, Column.REMARK, Spellings.remark()))
        .containsExactly("老客户，3年未出险");
  }

  @Test
  void aCompoundWhoseNameEndsLikeACounterKeepsIt() {
    String address = "四川省成都市郫都区解放路291号书香门第26号楼1单元1404室";
    assertThat(Standard.REGISTRY.of(Column.ADDRESS, address)).isEqualTo(address);
    assertThat(Standard.BROKER.of(Column.ADDRESS, address)).isEqualTo("成都郫都解放路291-书香门第-26-1-1404");
    assertThat(Standard.ANALYST.of(Column.ADDRESS, address))
        .isEqualTo("成都市郫都区解放路291号书香门第26栋1单元1404");
  }

  @Test
  void theMacroBringsSomeTogetherAndOverlooksOthers() {
    int spellings = Set.copyOf(Spellings.address()).size();
    assertThat(forms(Standard.MACRO, Column.ADDRESS, Spellings.address()))
        .hasSizeBetween(2, spellings / 2)
        .anyMatch(form -> form.endsWith("26-1-1404"));
    assertThat(forms(Standard.MACRO, Column.MODEL, Spellings.model()))
        .hasSizeBetween(2, Spellings.model().size() / 2);
  }

  @ParameterizedTest
  @EnumSource(Standard.class)
  void whatMeansSomethingElseStaysDifferent(Standard standard) {
    List<String> homes =
        List.of(
            "四川省成都市郫都区解放路291号万科城26号楼1单元1404室",
            "四川省成都市郫都区解放路291号万科城26号楼1单元1405室",
            "四川省成都市郫都区解放路291号万科城26号楼2单元1404室",
            "四川省成都市郫都区解放路291号万科城25号楼1单元1404室",
            "四川省成都市郫都区解放路29号万科城26号楼1单元1404室",
            "四川省成都市武侯区解放路291号万科城26号楼1单元1404室");
    List<String> cars =
        List.of(
            "大众朗逸2021款1.5L自动舒适版",
            "大众朗逸2020款1.5L自动舒适版",
            "大众朗逸2021款1.6L自动舒适版",
            "大众朗逸2021款1.5L手动舒适版",
            "大众速腾2021款1.5L自动舒适版");
    assertThat(forms(standard, Column.ADDRESS, homes)).hasSameSizeAs(homes);
    assertThat(forms(standard, Column.MODEL, cars)).hasSameSizeAs(cars);
  }

  private static Set<String> forms(Standard standard, Column column, List<String> spellings) {
    return spellings.stream()
        .map(text -> standard.of(column, text))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every text that the portfolio's clerks write for one home. */
  private static List<String> clerks(Home home) {
    Place place = home.district();
    String road = home.street() + home.number() + "号" + home.compound();
    List<String> texts = new ArrayList<>();
    String whole = place.province() + place.withinProvince();
    boolean municipality = place.province().endsWith("市");
    for (String before : List.of(whole, municipality ? whole : place.withinProvince())) {
      texts.add(before + road + home.building() + "-" + home.entrance() + "-" + home.room());
      for (String block : List.of("栋", "幢", "号楼")) {
        for (String door : List.of("", "室")) {
          texts.add(
              before
                  + road
                  + home.building()
                  + block
                  + home.entrance()
                  + "单元"
                  + home.room()
                  + door);
        }
      }
    }
    return texts.stream().distinct().toList();
  }

  /** Every text that they write for one car, but the one without its year. */
  private static List<String> clerks(Car car) {
    String series = car.model().brand() + car.model().series();
    String head = series.charAt(series.length() - 1) < 128 ? series + " " : series;
    return List.of(
        head + car.year() + "款" + car.equipment(),
        head + car.year() % 100 + "款" + car.equipment(),
        head + " " + car.year() + "款 " + car.equipment());
  }

  @ParameterizedTest
  @EnumSource(
      value = Standard.class,
      names = {"ANALYST", "REGISTRY", "BROKER", "GEOCODER"})
  void theThoroughOnesBringTogetherWhatClerksWriteDifferently(Standard standard) {
    assertThat(one(standard, Column.ADDRESS)).isEqualTo(1);
    assertThat(one(standard, Column.MODEL)).isEqualTo(1);
  }

  @Test
  void theMacroLeavesHyphensAndProvincesButMostModelsComeToOneText() {
    assertThat(one(Standard.MACRO, Column.ADDRESS)).isLessThan(.01);
    assertThat(one(Standard.MACRO, Column.MODEL)).isGreaterThan(.9);
  }

  /** The share of homes or cars all of whose texts come to one. */
  private static double one(Standard standard, Column column) {
    return policies()
        .map(policy -> column == Column.MODEL ? clerks(policy.car()) : clerks(policy.home()))
        .mapToInt(texts -> forms(standard, column, texts).size() == 1 ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static Stream<Policy> policies() {
    return new PortfolioGenerator(11, 400, Untidiness.none()).policies();
  }
}
