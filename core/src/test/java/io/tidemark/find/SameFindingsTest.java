package io.tidemark.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way finds what the slow way finds, on any text. */
final class SameFindingsTest {
  private static final List<String> PIECES =
      List.of(
          "138",
          "1234",
          "5678",
          "13812345678",
          "110105",
          "19491231",
          "002X",
          "川A",
          "12345",
          "D",
          "LSVA",
          "M4187C2184847",
          "6222020000000000000",
          " ",
          "  ",
          "-",
          ".",
          "·",
          "\n",
          "\r\n",
          "，",
          "。",
          "一",
          "三",
          "八",
          "零",
          "①",
          "1️⃣",
          "𝟏",
          "\u200B",
          "*",
          "****",
          "l",
          "O",
          "word",
          "prose here",
          "电话",
          "身份证：",
          "订单号",
          "微信 ",
          "VX:",
          "abcdef",
          "@",
          "qq.com",
          "E12345678",
          "到期",
          "2026-12-03",
          "保费",
          "小陈 10:22\n",
          "[10:22] 小陈: ",
          "😀",
          "\uD83D",
          "发动机号",
          "大众朗逸 2021款",
          "4.40305E+17",
          "+86",
          "(028)",
          "87654321",
          "使",
          "(at)",
          "艾特",
          "[dot]",
          "点",
          "12月",
          "月",
          "号",
          "3",
          "十",
          "二",
          "下个月",
          "12.28",
          "4.35",
          "99.9",
          "亿",
          "again.",
          "到",
          "期",
          "千",
          "万",
          "1w2",
          "续保",
          "的保费",
          "元",
          "¥",
          "车型",
          "五菱宏光",
          "Model",
          "系",
          "014578",
          "用",
          "湘",
          "08345",
          "拖拉机",
          "CFB",
          "218845",
          "就是证芯编号",
          "会员");

  /** What the properties found once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4.40305E+17(028)\n87654321",
        "13812345678川A(028)\nqq.com",
        "保费(028)\n87654321",
        "发动机号prose hereE12345678 \n1234",
        "138@qq.com(028)87654321",
        "合同12.28到期了",
        "交了1.2万的保费",
        "交了1.234万的保费",
        "续保4.35元",
        "check again.\n13812345678 call",
        "again.\n4.40305E+17"
      })
  void onTextsThatOnceDiffered(String text) {
    same(text);
  }

  @Property(tries = 3000)
  void onTextsOfPieces(@ForAll("texts") String text) {
    same(text);
  }

  @Property(tries = 1000)
  void onAnyText(@ForAll String text) {
    same(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  private static void same(String text) {
    List<Finding> fast = Found.sorted(new TextFinder(), text);
    assertThat(fast).isEqualTo(Found.sorted(new ExactFinder(), text));
    for (int i = 1; i < fast.size(); i++) {
      assertThat(fast.get(i).span().overlaps(fast.get(i - 1).span())).as(text).isFalse();
    }
    fast.forEach(finding -> assertThat(finding.span().end()).isLessThanOrEqualTo(text.length()));
  }
}
