package io.tidemark.chainsim.hide;

import io.tidemark.chainsim.portfolio.Draw;
import java.util.List;
import java.util.Locale;

/** Numbers that are nobody's, as they stand in texts of the trade and of systems. Stateless. */
final class Decoy {
  private static final List<String> PROSE =
      List.of("", "", "已发出 ", "系统提示：", "今天 ", "log ", "备注 ", "请核对 ", "INFO ");
  private static final String HEX = "0123456789abcdef";
  private static final String DIGITS = "0123456789";

  private Decoy() {}

  static String text(Draw draw) {
    return draw.of(PROSE) + number(draw) + draw.of(List.of("", "，请查收", "。", " ok", "\n"));
  }

  private static String number(Draw draw) {
    return switch (draw.below(30)) {
      case 0 -> "订单号：" + (1 + draw.below(9)) + digits(draw, 10 + draw.below(9));
      case 1 -> "订单 138" + digits(draw, 8) + " 已支付";
      case 2 -> "快递单号 SF" + digits(draw, 13);
      case 3 -> "运单号：" + draw.of(List.of("YT", "JD", "ZTO", "")) + digits(draw, 13);
      case 4 -> "时间戳 17" + digits(draw, draw.chance(.5) ? 8 : 11);
      case 5 ->
          "2026-11-"
              + (10 + draw.below(20))
              + " 1"
              + draw.below(10)
              + ":2"
              + draw.below(10)
              + ":33."
              + digits(draw, 3);
      case 6 ->
          "优惠价"
              + (1000 + draw.below(9000))
              + "."
              + digits(draw, 2)
              + "元，原价"
              + (10_000 + draw.below(9000))
              + "元";
      case 7 -> "IP " + octet(draw) + "." + octet(draw) + "." + octet(draw) + "." + octet(draw);
      case 8 -> "ISBN 978-7-" + digits(draw, 3) + "-" + digits(draw, 5) + "-" + draw.below(10);
      case 9 -> "流水号 2026" + digits(draw, 18);
      case 10 -> "commit " + draw.text(HEX, 40);
      case 11 ->
          draw.text(HEX, 8)
              + "-"
              + draw.text(HEX, 4)
              + "-4"
              + draw.text(HEX, 3)
              + "-a"
              + draw.text(HEX, 3)
              + "-"
              + draw.text(HEX, 12);
      case 12 ->
          "客服热线 "
              + draw.of(
                  List.of(
                      "95518",
                      "95511",
                      "400-" + digits(draw, 3) + "-" + digits(draw, 4),
                      "12345",
                      "800" + digits(draw, 7)));
      case 13 ->
          "版本 v"
              + draw.below(20)
              + "."
              + draw.below(20)
              + "."
              + draw.below(2000)
              + "."
              + digits(draw, 5);
      case 14 ->
          "金额 "
              + (1 + draw.below(9))
              + digits(draw, 7)
              + "."
              + digits(draw, 2)
              + "，合计 13"
              + digits(draw, 9)
              + "."
              + digits(draw, 2);
      case 15 ->
          "第" + (1 + draw.below(200)) + "页，共" + (200 + draw.below(800)) + "页，阅读 " + digits(draw, 6);
      case 16 ->
          "坐标 "
              + (100 + draw.below(30))
              + "."
              + digits(draw, 6)
              + ","
              + (20 + draw.below(20))
              + "."
              + digits(draw, 6);
      case 17 -> "一共三十五个人，一二三四五六七八九十，十一月三十号" + draw.below(24) + "点";
      case 18 -> "138" + digits(draw, 12) + draw.of(List.of("", digits(draw, 6)));
      case 19 -> "A" + digits(draw, 4) + "-B" + digits(draw, 4) + " 库存" + digits(draw, 4) + "件";
      case 20 ->
          String.format(
              Locale.ROOT,
              "%d,%03d,%03d 元 / %d%%",
              1 + draw.below(200),
              draw.below(1000),
              draw.below(1000),
              draw.below(100));
      case 21 -> "换保险杠" + (1 + draw.below(9)) + "200块，轮胎一条" + digits(draw, 3) + "元";
      case 22 ->
          "二手卖了" + draw.of(List.of("三", "五", "八")) + "万" + draw.of(List.of("二", "五", "")) + "，不亏";
      case 23 ->
          draw.of(List.of("会员", "优惠券", "合同", "签证"))
              + (1 + draw.below(12))
              + "月"
              + (1 + draw.below(28))
              + "日到期";
      case 24 ->
          (1 + draw.below(12))
              + "月"
              + (1 + draw.below(28))
              + "号"
              + draw.of(List.of("团建", "开会", "发货", "放假"));
      case 25 -> "验证码 " + digits(draw, 6) + "使用后失效，即使" + digits(draw, 6) + "也一样";
      case 26 -> "下个月" + (1 + draw.below(28)) + "号发工资，五千二和三千八都有";
      case 27 -> "新12" + digits(draw, 5) + "号机床，云" + digits(draw, 7);
      case 28 -> "看 a(at) 5.30，他在 (at) home";
      default -> "SELECT * FROM t WHERE id=" + digits(draw, 9) + " LIMIT " + digits(draw, 3);
    };
  }

  private static String octet(Draw draw) {
    return String.valueOf(draw.below(256));
  }

  private static String digits(Draw draw, int count) {
    return draw.text(DIGITS, count);
  }
}
