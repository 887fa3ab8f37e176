package io.tidemark.find.name;

import static io.tidemark.find.Found.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.Found;
import io.tidemark.find.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameFinderTest {
  private static final NameFinder FINDER = new NameFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "蒋军超 13812345678 | 蒋军超",
        "13812345678莫海艳 | 莫海艳",
        "川A12345 夏子涵 续保 | 夏子涵",
        "车主：欧阳鹏勇 电话：13812345678 | 欧阳鹏勇",
        "被保险人：逄冬，身份证号：510104199001011234 | 逄冬",
        "姓名：阿不都·热合曼 | 阿不都·热合曼",
        "王总 13812345678 | 王总",
        "下午联系李先生，13812345678 | 李先生",
        "小陈 13812345678 | 小陈",
        "客户马上，电话13812345678 | 马上",
      })
  void aNameBesideANumberALabelOrATitleIsFoundWithSureness(String text, String name) {
    List<Finding> found = found(text);
    assertThat(values(found)).containsExactly(name);
    assertThat(found.get(0).confidence()).isGreaterThanOrEqualTo(Confidence.MEDIUM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "记者王晓东从会上获悉 | 王晓东",
        "导演张艺谋表示新片明年上映 | 张艺谋",
        "巴西球星罗纳尔多昨天宣布退役 | 罗纳尔多",
      })
  void aNameInProseIsFoundWithLessSureness(String text, String name) {
    List<Finding> found = found(text);
    assertThat(values(found)).containsExactly(name);
    assertThat(found.get(0).confidence()).isEqualTo(Confidence.LOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "川味火锅 13812345678",
        "客服电话：4001234567",
        "市场部 13812345678",
        "方便的话打13812345678",
        "高新区管委会 13812345678",
        "公司召开会议研究安全生产工作",
        "大众朗逸 川A12345",
        "周先生餐厅 13812345678",
        "昨晚重温了《王小明》这部老片",
      })
  void whatStandsBesideANumberAndIsNoNameIsNotFound(String text) {
    assertThat(values(found(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name: Zhang Wei | Zhang Wei | MEDIUM",
        "name：ouyang xiaoming | ouyang xiaoming | MEDIUM",
        "持卡人 ZHANG WEI | ZHANG WEI | MEDIUM",
        "LI XIAO MING 13812345678 | LI XIAO MING | LOW",
        "Xiaoming Wang, 13812345678 | Xiaoming Wang | LOW",
        "持卡人：ＺＨＡＮＧ ＷＥＩ 13812345678 | ＺＨＡＮＧ ＷＥＩ | HIGH",
      })
  void aNameInPinyinIsFoundBesideALabelOrANumber(String text, String name, Confidence sure) {
    List<Finding> found = found(text);
    assertThat(values(found)).containsExactly(name);
    assertThat(found.get(0).confidence()).isEqualTo(sure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I met Zhang Wei in Hong Kong",
        "File name: Report Final",
        "Name: Sales Team",
        "tel he li 13812345678",
        "iPhone Pro Max 13812345678",
        "Order Number 13812345678",
      })
  void latinWordsWithoutGroundsOrPinyinAreNoName(String text) {
    assertThat(values(found(text))).isEmpty();
  }

  @Test
  void theWordsDecideWhereALabelAndANumberDoNot() {
    assertThat(values(found("他马上就来"))).isEmpty();
    assertThat(values(found("车主：马上"))).containsExactly("马上");
  }

  @Test
  void numbersOfSomebodyElseCountAsOnesOwn() {
    String text = "顾念慈 一三八一二三";
    List<Finding> found = new ArrayList<>();
    FINDER.find(text, List.of(new Span(4, text.length())), found::add);
    assertThat(values(found)).containsExactly("顾念慈");
    assertThat(found.get(0).confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void traditionalCharactersKeepTheirPlaceAndTheirForm() {
    String text = "聯繫人：張國強　手機：13812345678";
    assertThat(found(text)).extracting(Finding::span).containsExactly(new Span(4, 7));
    assertThat(values(found(text))).containsExactly("張國強");
  }

  @Property(tries = 500)
  void anyTextIsReadAndFindingsDoNotOverlap(@ForAll("texts") String text) {
    List<Finding> found = found(text);
    found.sort(Comparator.comparing(Finding::span));
    for (int i = 0; i < found.size(); i++) {
      Span span = found.get(i).span();
      assertThat(span.end()).isLessThanOrEqualTo(text.length());
      assertThat(i == 0 || !found.get(i - 1).span().overlaps(span)).isTrue();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("王张李欧阳伟国强·总姐，。：\n\t 0138ABx萬車主姓名川路。号")
        .withChars('\u0000', '\uffff')
        .ofMaxLength(900);
  }

  private static List<Finding> found(String text) {
    return Found.sorted(FINDER, text);
  }
}
