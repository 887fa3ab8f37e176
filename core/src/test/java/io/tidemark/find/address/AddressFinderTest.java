package io.tidemark.find.address;

import static io.tidemark.find.Found.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.Found;
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

final class AddressFinderTest {
  private static final AddressFinder FINDER = new AddressFinder();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "四川省成都市武侯区天府大道北段1700号环球中心3栋2单元1404室",
        "成都高新区天府大道1700号",
        "天府大道北段1700号",
        "石板滩镇永兴村3组",
        "浙江省杭州市余杭区",
        "锦绣花园5-2-301",
        "朝阳区",
        "武侯",
        "首尔",
        "格林纳达",
        "高淳区",
        "大柳树村村民委员会",
        "四川的汶川县",
        "北京奥林匹克公园",
        "青阳县保利心语",
      })
  void anAddressAloneIsFoundWhole(String address) {
    assertThat(values(found(address))).containsExactly(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "麻烦寄到成都市武侯区桐梓林北路2号，谢谢 | 成都市武侯区桐梓林北路2号",
        "我家住在建设路118号阳光花园6栋1单元802室 | 建设路118号阳光花园6栋1单元802室",
      })
  void anAddressInASentenceIsFoundWithSureness(String text, String address) {
    List<Finding> found = found(text);
    assertThat(values(found)).containsExactly(address);
    assertThat(found.get(0).confidence()).isGreaterThanOrEqualTo(Confidence.MEDIUM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我明天去北京出差",
        "成都市公安局发布通告",
        "四川省成都市武侯区人民法院开庭审理",
        "地铁2号线延长",
        "听说建设路2号线昨天开通了",
        "到了！武侯。谢谢",
        "收到请回复，谢谢",
        "川A12345 13812345678",
      })
  void aPlaceInASentenceIsNoAddress(String text) {
    assertThat(values(found(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "和平",
        "平安车险",
        "国际",
        "联盟",
        "走路",
        "走投无路",
        "政府",
        "数据中心",
        "王汉桥",
        "张振江",
        "北京现代",
        "长安",
        "福特",
        "上海大众",
        "成都锦程保险代理有限公司",
        "美兰区城管局",
        "客户要求上午联系",
        "湖蓝",
        "高级工"
      })
  void aCellOfSomethingElseIsNoAddress(String cell) {
    assertThat(values(found(cell))).isEmpty();
  }

  @Test
  void aPlaceAloneIsLessSureThanAHouse() {
    assertThat(found("朝阳区").get(0).confidence()).isEqualTo(Confidence.LOW);
    assertThat(found("成都市建设路118号").get(0).confidence()).isEqualTo(Confidence.HIGH);
  }

  @Property(tries = 500)
  void anyTextIsReadAndFindingsLieInIt(@ForAll("texts") String text) {
    for (Finding finding : found(text)) {
      assertThat(finding.span().end()).isLessThanOrEqualTo(text.length());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("成都市武侯区路街号栋单元室0123A-，。\n\t村镇的在一二三附座")
        .withChars('\u0000', '\uffff')
        .ofMaxLength(900);
  }

  private static List<Finding> found(String text) {
    return Found.sorted(FINDER, text);
  }
}
