package io.tidemark.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to slow a finder down: twice the text takes about twice the time. */
final class LinearTimeTest {
  private static final int SIZE = 50_000;
  private static final int TIMES = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "1*",
        "1-",
        "*",
        "一",
        "①",
        "a",
        "a1",
        "川A",
        "川A1",
        "13812345678 ",
        "13812345678,",
        "@",
        "a@",
        "a.",
        "1\n",
        "a\n1",
        "[10:22] 小陈: 1\n",
        "10:22\n",
        "x",
        "VX",
        "E",
        "1.E+",
        "\u200B",
        "1\u200B",
        "😀",
        "6222 ",
        "LSVA ",
        "电话",
        "的",
        "12月",
        "三千",
        "a(at)",
        "a(dot)",
        "使1",
        "湘1",
        "车型大众 "
      })
  void noTextIsSearchedLongerThanInProportion(String piece) {
    proportional(new TextFinder(), piece);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王",
        "路",
        "村",
        "成都市",
        "阿·",
        "罗",
        "的",
        "王先生",
        "张江路88号",
        "3栋",
        "北京\n",
        "地址：",
        "姓名：",
        "1-1-1 ",
        "（",
        "和与及",
        "ZHANG WEI ",
        "姓名：Wei ",
        "a b "
      })
  void namesAndAddressesAreSoughtNoLongerThanInProportion(String piece) {
    proportional(new EveryFinder(new TextFinder()), piece);
  }

  private static void proportional(Finder finder, String piece) {
    seconds(finder, piece, SIZE / 4);
    double once = seconds(finder, piece, SIZE);
    double more = seconds(finder, piece, SIZE * TIMES);
    assertThat(more).isLessThan(Math.max(1, once * TIMES * 3));
  }

  private static double seconds(Finder finder, String piece, int size) {
    String text = piece.repeat(size / piece.length() + 1);
    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    finder.find(text, finding -> {});
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
  }
}
