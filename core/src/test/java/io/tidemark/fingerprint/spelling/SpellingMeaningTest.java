package io.tidemark.fingerprint.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.Divisions;
import io.tidemark.terms.Divisions.Province;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every spelling of a value means the same to a reader who never saw the catalogue. */
final class SpellingMeaningTest {
  @Property(tries = 1500)
  void everySpellingOfAnAddressMeansTheSamePlace(@ForAll("addresses") String address) {
    Parsed parsed = Choices.parse(FieldClass.ADDRESS, address);
    Meaning.Place place = Meaning.ofAddress(address);
    assertThat(Meaning.ofAddress(Choices.text(parsed.content()))).isEqualTo(place);
    for (int[] choice : Choices.of(parsed)) {
      assertThat(Meaning.ofAddress(Choices.render(parsed, choice))).isEqualTo(place);
    }
    keepsItsIdentity(FieldClass.ADDRESS, parsed);
  }

  @Property(tries = 600)
  void everySpellingOfAModelMeansTheSameVehicle(@ForAll("models") String model) {
    Parsed parsed = Choices.parse(FieldClass.MODEL, model);
    Meaning.Vehicle vehicle = Meaning.ofModel(model);
    assertThat(Meaning.ofModel(Choices.text(parsed.content()))).isEqualTo(vehicle);
    for (int[] choice : Choices.of(parsed)) {
      assertThat(Meaning.ofModel(Choices.render(parsed, choice))).isEqualTo(vehicle);
    }
    keepsItsIdentity(FieldClass.MODEL, parsed);
  }

  @Property(tries = 300)
  void everySpellingOfARemarkSaysTheSame(@ForAll("remarks") String remark) {
    Parsed parsed = Choices.parse(FieldClass.REMARK, remark);
    List<String> said = Meaning.ofRemark(remark);
    for (int[] choice : Choices.of(parsed)) {
      assertThat(Meaning.ofRemark(Choices.render(parsed, choice))).isEqualTo(said);
    }
    keepsItsIdentity(FieldClass.REMARK, parsed);
  }

  @Property(tries = 500)
  void everySpellingOfAnAgencyNamesTheSameOne(@ForAll("agencies") String agency) {
    Parsed parsed = Choices.parse(FieldClass.AGENCY, agency);
    Meaning.Office office = Meaning.ofAgency(agency);
    for (int[] choice : Choices.of(parsed)) {
      assertThat(Meaning.ofAgency(Choices.render(parsed, choice))).isEqualTo(office);
    }
    keepsItsIdentity(FieldClass.AGENCY, parsed);
  }

  @Provide
  static Arbitrary<String> agencies() {
    return Combinators.combine(
            Arbitraries.of("四川华康", "盛世大联", "明亚", "成都建国", "人保财险成都市", "平安产险绵阳"),
            Arbitraries.of(
                "保险代理有限公司",
                "保险代理公司",
                "保险代理",
                "保代",
                "保险经纪有限公司",
                "保经",
                "保险代理股份有限公司",
                "保险代理有限责任公司",
                "汽车销售服务有限公司",
                "汽车销售服务公司",
                "汽车销售有限公司",
                "中心支公司",
                "中支",
                "支公司"),
            Arbitraries.of("", "", "成都分公司"))
        .as((name, form, branch) -> name + form + branch);
  }

  /** Same content, same carriers, and each spelling read back as itself: to the letter, cleaned. */
  private static void keepsItsIdentity(FieldClass field, Parsed parsed) {
    Parsed again = Catalogue.parse(field, parsed.content());
    assertThat(again.content()).isEqualTo(parsed.content());
    assertThat(again.carriers()).isEqualTo(parsed.carriers());
    for (int[] choice : Choices.of(parsed)) {
      PersonalText rendered = parsed.render(choice);
      Parsed back = Catalogue.parse(field, rendered);
      assertThat(back.content()).isEqualTo(parsed.content());
      assertThat(back.carriers()).isEqualTo(parsed.carriers());
      List<Shown> exactly = new ArrayList<>();
      List<Shown> whenCleaned = new ArrayList<>();
      for (int i = 0; i < choice.length; i++) {
        exactly.add(new Shown(1 << choice[i]));
        whenCleaned.add(parsed.carriers().get(i).whenCleaned(choice[i]));
      }
      assertThat(parsed.read(rendered)).isEqualTo(exactly);
      String bare = Choices.cleaned(Choices.text(rendered));
      List<Shown> read = parsed.read(PersonalText.of(bare));
      for (int i = 0; i < choice.length; i++) {
        assertThat(parsed.carriers().get(i).whenCleaned(read.get(i))).isEqualTo(whenCleaned.get(i));
      }
    }
  }

  @Provide
  static Arbitrary<String> addresses() {
    List<String> heads = new ArrayList<>(List.of("", "", "湖北省仙桃市", "海南省五指山市"));
    for (Province province : Divisions.china().provinces()) {
      String district = province.cities().get(0).districts().get(0).name();
      if (province.name().endsWith("市")) {
        heads.addAll(List.of(province.name() + district, province.name().charAt(0) + ""));
        heads.add(province.name().replace("市", "") + district);
      }
      province.cities().stream()
          .filter(city -> !city.name().contains("直辖") && !city.name().endsWith("辖区"))
          .forEach(city -> heads.addAll(List.of(city.name(), province.name() + city.name())));
    }
    Arbitrary<String> middle =
        Arbitraries.of(
            "高新区天府大道",
            "中山路18号",
            "建设街道幸福里小区",
            "北京路88号",
            "朝阳区光华里",
            "翠竹园A区",
            "人民东路一段6号附2号",
            "（北区）滨江花园",
            "东风镇柳林村3组");
    Arbitrary<String> door =
        Combinators.combine(
                Arbitraries.integers().between(1, 199),
                Arbitraries.integers().between(1, 9),
                Arbitraries.of("101", "1404", "2203B", "0302", "12a"),
                Arbitraries.of("%d号楼%d单元%s室", "%d栋%d单元%s", "%d幢%d单元%s室", "%d座%d单元%s", "%d-%d-%s"))
            .as((building, unit, room, form) -> String.format(form, building, unit, room));
    return Combinators.combine(
            Arbitraries.of(heads), middle, Arbitraries.oneOf(door, door, Arbitraries.just("")))
        .as((head, street, end) -> head + street + (endsInDigit(street) ? "院" : "") + end);
  }

  private static boolean endsInDigit(String text) {
    return Character.isDigit(text.charAt(text.length() - 1));
  }

  @Provide
  static Arbitrary<String> models() {
    Arbitrary<String> series =
        Arbitraries.of(
            "大众朗逸",
            "别克GL8",
            "本田CR-V",
            "特斯拉Model Y",
            "特斯拉Model 3",
            "长安CS75 PLUS",
            "比亚迪宋PLUS DM-i",
            "宝马3系",
            "奥迪A6L",
            "五菱宏光MINIEV",
            "哈弗H6",
            "问界M7",
            "极氪001",
            "ID.4 X",
            "奔驰C级（进口）");
    Arbitrary<String> year =
        Combinators.combine(
                Arbitraries.integers().between(5, 30),
                Arbitraries.of(" 20%02d款", " 20%02d款 ", " %02d款", " %02d款 ", "20%02d款"))
            .as((y, form) -> String.format(form, y));
    Arbitrary<String> equipment =
        Arbitraries.of(
            "1.5L 自动舒适版",
            "1.5升自动挡舒适版",
            "1.6L手动档两驱风尚版",
            "2.0T自动四驱旗舰版",
            "1.4T 自动驾驶版",
            "1.5L升级版",
            "1.5T双离合2驱豪华版",
            "EcoBoost 180自动ST Line",
            "手动标准型",
            "ES 陆尊",
            "280TSI DSG",
            "四驱尊贵型",
            "110KM 旗舰型",
            "长续航版");
    Arbitrary<String> dated =
        Combinators.combine(series, year, equipment).as((s, y, e) -> s + y + e);
    Arbitrary<String> undated = Combinators.combine(series, equipment).as((s, e) -> s + " " + e);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(5, dated), net.jqwik.api.Tuple.of(1, undated));
  }

  @Provide
  static Arbitrary<String> remarks() {
    Arbitrary<String> clause =
        Arbitraries.of(
            "出险一次",
            "连续投保3年",
            "无出险",
            "客户要求电话联系",
            "第一次投保",
            "续保优惠",
            "已脱保二年多",
            "一次性付款",
            "周一次日回访",
            "2021年购车",
            "车贷没结清",
            "尚未结清车贷",
            "三年没出险",
            "代办年审",
            "商业险+驾意险",
            "交强险加商业险",
            "联系之前先发短信",
            "到期前打电话",
            "下班以后联系",
            "出单后寄单位",
            "需要对公发票",
            "需先上门验车");
    return Combinators.combine(
            clause, Arbitraries.of("，", ",", " ", "、"), clause, Arbitraries.of(true, false))
        .as((first, stop, second, both) -> both ? first + stop + second : first)
        .filter(remark -> !remark.contains("、"));
  }
}
