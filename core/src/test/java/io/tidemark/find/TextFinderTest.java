package io.tidemark.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.number.PolicyShapes;
import io.tidemark.terms.Reveal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "客户电话：138 1234-5678 谢谢 | mobile high 13812345678",
        "13812345678 | mobile medium 13812345678",
        "+86 138-1234-5678 | mobile medium 13812345678",
        "8613812345678 | mobile medium 13812345678",
        "一三八一二三四五六七八 | mobile medium 13812345678",
        "幺三八幺二三四五六拐八 | mobile medium 13812345678",
        "壹叁捌壹贰叁肆伍陆柒捌 | mobile medium 13812345678",
        "⒈⒊⒏⒈⒉⒊⒋⒌⒍⒎⒏ | mobile medium 13812345678",
        "➊➌➑➊➋➌➍➎➏➐➑ | mobile medium 13812345678",
        "1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣ | mobile medium 13812345678",
        "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 | mobile medium 13812345678",
        "l38l2345678 | mobile medium 13812345678",
        "①13812345678 | mobile medium 13812345678",
        "1️⃣13812345678 | mobile medium 13812345678",
        "Tel13812345678 | mobile high 13812345678",
        "V信13812345678 | mobile high 13812345678",
        "138****5678 | mobile low 138****5678",
        "张三 138****5678 | mobile low 138****5678",
        "手机尾号 138xxxx5678 | mobile medium 138****5678",
        "身份证11010519491231002X | identity-number high 11010519491231002X",
        "110105 19491231 002x | identity-number high 11010519491231002X",
        "身份证号：110105194912310021 | identity-number medium 110105194912310021",
        "110105194912310021 | identity-number low 110105194912310021",
        "5101**********1234 | identity-number low 5101**********1234",
        "810000199408230021 | residence-permit high 810000199408230021",
        "川A12345 | plate medium 川A12345",
        "车牌 川a·1 2 3 4 5 | plate high 川A12345",
        "川AD12345 | plate medium 川AD12345",
        "川A12345D | plate medium 川A12345D",
        "川A1234挂 | plate medium 川A1234挂",
        "川A1234学车 | plate medium 川A1234学",
        "粤Z1234港 | plate medium 粤Z1234港",
        "使014578 | plate medium 使014578",
        "WJ川12345 | plate medium WJ川12345",
        "军牌 VA12345 | plate medium VA12345",
        "川A·12*45 | plate low 川A12*45",
        "川A12345临 | plate medium 川A12345临",
        "VIN LSVAM4187C2184847 | vin high LSVAM4187C2184847",
        "LSVAM4187C2184847 | vin medium LSVAM4187C2184847",
        "LSVAM4180C2184847 | vin low LSVAM4180C2184847",
        "卡号6222**********1234 | bank-card medium 6222**********1234",
        "手 机 号:13812345678 | mobile high 13812345678",
        "徽信：abcd1234 | wechat medium abcd1234",
        "永久居留证 USA310088010101 | residence-permit medium USA310088010101",
        "保费合计 ¥4,567.00 | price medium 4567.00",
        "电话：028-88886666-801 | landline high 02888886666",
        "+86 21 6888 8888 | landline medium 02168888888",
        "奔驰E300L 2022款 | model medium 奔驰E300L 2022款",
        "卡号 6222 0200 0000 0000 000 | bank-card high 6222020000000000000",
        "91110108MA01ABCD12 |",
        "统一社会信用代码 91110000600037341L | credit-code high 91110000600037341L",
        "护照E12345678 | passport medium E12345678",
        "通行证 H12345678 | travel-permit medium H12345678",
        "028-87654321 | landline medium 02887654321",
        "办公电话(028)87654321 | landline high 02887654321",
        "物联网卡 1064812345678 | machine-number high 1064812345678",
        "发动机号 4G15S123456 | engine-number medium 4G15S123456",
        "档案编号：510100123456 | file-number medium 510100123456",
        "证芯编号 5110012345678 | licence-blank medium 5110012345678",
        "保单号：PDAA202651010000123456 | policy-number high PDAA202651010000123456",
        "zhang.san@qq.com | email high zhang.san@qq.com",
        "微信号 zhang_2024 | wechat medium zhang_2024",
        "VX: abcdefg | wechat medium abcdefg",
        "QQ 12345678 | wechat medium 12345678",
        "交强险到期 2026年12月3日 | expiry medium 2026-12-03",
        "2026-12-03到期 | expiry medium 2026-12-03",
        "保费3,500元 | price medium 3500.00",
        "一辆大众朗逸 2021款 | model medium 大众朗逸 2021款",
        "4.40305E+17 | identity-number medium 4.40305E+17",
        "使014·578 | plate medium 使014578",
        "使 0 1 4 5 7 8 | plate medium 使014578",
        "使014***停着 | plate low 使014***",
        "沪A0**3领 | plate low 沪A0**3领",
        "湘12·08345 拖拉机 | plate medium 湘1208345",
        "拖拉机牌照 鲁08A123 |",
        "拖拉机牌照 鲁0812345 | plate medium 鲁0812345",
        "粤Z·F023港 | plate medium 粤ZF023港",
        "liu(at)qq.com | email medium liu@qq.com",
        "zhou88[at]gmail[dot]com | email medium zhou88@gmail.com",
        "liu艾特qq点com | email medium liu@qq.com",
        "车型大众朗逸 | model medium 大众朗逸",
        "车型：宝马3系 | model medium 宝马3系",
        "厂牌型号 大众牌SVW71810BU | model medium 大众牌SVW71810BU",
        "12月3号到期 | expiry low --12-03",
        "十二月三号到期 | expiry low --12-03",
        "十月十号到期 | expiry low --10-10",
        "保险到期：十月十日 | expiry low --10-10",
        "十月到期 | expiry low --10",
        "下个月十号到期 | expiry low ---10",
        "她二十号到期 | expiry low ---20",
        "终保日期 12.28 | expiry low --12-28",
        "下个月15号到期 | expiry low ---15",
        "明年3月到期 | expiry low --03",
        "保险止期：二〇二七年三月十五日 | expiry medium 2027-03-15",
        "保费三千二 | price medium 3200.00",
        "保费三千零五十 | price medium 3050.00",
        "保费三千零五 | price medium 3005.00",
        "一万二的保费 | price medium 12000.00",
        "保费1w2 | price medium 12000.00",
        "保费3.2k | price medium 3200.00",
        "续保3200块 | price medium 3200.00",
        "报价：¥3,200.00 | price medium 3200.00",
        "*5120018837465* 就是证芯编号 | licence-blank medium 5120018837465",
        "510100378812是档案编号 | file-number medium 510100378812",
        "发动机CFB 218845 | engine-number medium CFB218845",
        "33020319790412**** | identity-number low 33020319790412****",
        "0086-138-8045-2267 | mobile medium 13880452267"
      })
  void aNumberIsFoundAsPeopleWriteIt(String text, String found) {
    assertThat(Found.in(text)).isEqualTo(found == null ? List.of() : List.of(found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "订单号：13812345678",
        "快递单号 SF1234567890123",
        "时间戳 1700000000000",
        "2026-11-30 13:15:00.123",
        "IP 192.168.138.123",
        "ISBN 978-7-111-54742-6",
        "138123456789",
        "a13812345678f",
        "13812345678.50元",
        "0.13812345678",
        "版本 v1.3.8.1234.5678",
        "客服热线 95518 或 400-812-3456",
        "550e8400-e29b-41d4-a716-446655440000",
        "一二三四五六七，老虎不在家",
        "138 1234 5678 9012",
        "138-1234-5678-9012",
        "新A4L 40TFSI 到店",
        "138\n139\n137",
        "保单1500\n2345\n6789",
        "QQ群 123456789",
        "共13800138000分",
        "10月1日开会",
        "会员10月1日到期",
        "合同2027-03-15到期",
        "到期付12.28元",
        "到期3-5天",
        "换保险杠3200块",
        "三千二的手机",
        "续保2026名单",
        "续保 2026，",
        "续保率87.6",
        "车型号码12345",
        "品牌 小米",
        "123456使用后失效",
        "即使014578",
        "湘1208345",
        "新1234567号",
        "看 a(at) 5.30",
        "香港电话 +852 9123 4567"
      })
  void aNumberThatIsNobodysIsNotFound(String text) {
    assertThat(Found.in(text)).isEmpty();
  }

  @Test
  void aFindingLeadsBackToTheOriginal() {
    String text = "电话：１３８\u200B-１２３４ 5️⃣678（微信）";
    Finding finding = Found.sorted(new TextFinder(), text).get(0);
    assertThat(text.substring(finding.span().start(), finding.span().end()))
        .isEqualTo("１３８\u200B-１２３４ 5️⃣678");
    assertThat(finding.form()).isEqualTo(Finding.Form.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "手机1381234\n5678",
        "手机1381234\r\n\r\n5678\n好的",
        "小陈 2026/11/30 10:22:33\n1381234\n小陈 2026/11/30 10:22:40\n5678",
        "[10:22] 小陈: 1381234\n[10:22] 小陈: 5678",
        "138\n1234\n5678",
        "小陈 10:22\n138\n小陈 10:23\n1234\n小陈 10:23\n5678",
        "2026-11-30 10:22:33 小陈(10086)\n1381234\n\n2026-11-30 10:22:40 小陈(10086)\n5678"
      })
  void aNumberGoesOnInTheNextMessage(String text) {
    assertThat(Found.in(text)).singleElement().asString().endsWith(" 13812345678");
  }

  @Test
  void aPhoneMayStandRightBehindAPlate() {
    assertThat(Found.in("川AD1234513812345678"))
        .containsExactly("plate medium 川AD12345", "mobile medium 13812345678");
  }

  @Test
  void aColumnOfNumbersIsNoBrokenOne() {
    assertThat(Found.in("合计 12 1381234\n5678 33\n")).isEmpty();
    assertThat(Found.in("13812345678\n13912345678"))
        .containsExactly("mobile medium 13812345678", "mobile medium 13912345678");
  }

  @Test
  void policyNumbersAreKnownByAnInsurersOwn() {
    PolicyShapes shapes =
        PolicyShapes.learnt(List.of("KL7700001234", "KL7700009999", "KL77-0000-4321"));
    List<Finding> found = Found.sorted(new TextFinder(shapes), "见KL7712345678号，XX7712345678");
    assertThat(found)
        .singleElement()
        .satisfies(
            one -> assertThat(one.value().reveal(Reveal.CLASSIFY)).isEqualTo("KL7712345678"));
  }
}
