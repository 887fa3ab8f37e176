package io.tidemark.chainsim.hide;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import java.util.List;

/**
 * What people in groups write otherwise than a form would have it: days without a year, amounts as
 * they are said, addresses that no program shall take for one, models by their names, plates of
 * embassies and tractors, numbers whose word stands behind them. Nothing is hidden: the trick is
 * {@link Trick#NONE}. Stateless.
 */
final class Spoken {
  private static final String NUMERALS = "零一二三四五六七八九";
  private static final List<String> BEHIND = List.of("", "，谢谢", " 帮忙看看", "。今天能出单吗", "！", "\n收到请回复");

  private Spoken() {}

  /** One of them, in its sentence. */
  static HiddenText text(Draw draw) {
    return switch (draw.below(7)) {
      case 0 -> day(draw);
      case 1 -> price(draw);
      case 2 -> address(draw);
      case 3 -> model(draw);
      case 4 -> embassy(draw);
      case 5 -> tractor(draw);
      default -> named(draw);
    };
  }

  private static HiddenText day(Draw draw) {
    int month = 1 + draw.below(12);
    int day = 1 + draw.below(28);
    String value = "--%02d-%02d".formatted(month, day);
    return switch (draw.below(7)) {
      case 0 -> whole("保险#到期", month + "月" + day + "号", FoundClass.EXPIRY, value, draw);
      case 1 -> whole("#到期", said(month) + "月" + said(day) + "号", FoundClass.EXPIRY, value, draw);
      case 2 -> whole("终保日期：#", month + "." + day, FoundClass.EXPIRY, value, draw);
      case 3 -> whole("交强#到期", month + "-" + day, FoundClass.EXPIRY, value, draw);
      case 4 ->
          whole(
              "#到期",
              draw.of(List.of("下个月", "本月", "次月")) + day + "号",
              FoundClass.EXPIRY,
              "---%02d".formatted(day),
              draw);
      case 5 -> whole("明年#到期", month + "月", FoundClass.EXPIRY, "--%02d".formatted(month), draw);
      default -> whole("#脱保", month + "月" + day + "日", FoundClass.EXPIRY, value, draw);
    };
  }

  /** A whole number below a hundred as it is said. */
  private static String said(int number) {
    int tens = number / 10;
    String ones = number % 10 == 0 ? "" : NUMERALS.substring(number % 10, number % 10 + 1);
    String head = tens == 0 ? "" : tens == 1 ? "十" : NUMERALS.charAt(tens) + "十";
    // a search has nothing to stop at where all of it is 十
    return (head + ones).equals("十") ? "10" : head + ones;
  }

  private static HiddenText price(Draw draw) {
    int hundreds = 11 + draw.below(88);
    int yuan = 100 * hundreds;
    String value = yuan + ".00";
    String word = draw.of(List.of("保费", "报价", "全险", "续保", "商业险"));
    String thousands = NUMERALS.substring(hundreds / 10, hundreds / 10 + 1);
    String rest = hundreds % 10 == 0 ? "" : NUMERALS.substring(hundreds % 10, hundreds % 10 + 1);
    return switch (draw.below(6)) {
      case 0 -> whole(word + "#", thousands + "千" + rest, FoundClass.PRICE, value, draw);
      case 1 -> whole("#的保费谁家敢接", thousands + "千" + rest, FoundClass.PRICE, value, draw);
      case 2 -> whole(word + " #块", "" + yuan, FoundClass.PRICE, value, draw);
      case 3 ->
          whole(
              word + "¥#",
              yuan / 1000 + "," + "%03d".formatted(yuan % 1000) + ".00",
              FoundClass.PRICE,
              value,
              draw);
      case 4 ->
          whole(word + "#", hundreds / 10 + "千" + hundreds % 10, FoundClass.PRICE, value, draw);
      default ->
          whole(
              word + "#", hundreds / 10 + "." + hundreds % 10 + "k", FoundClass.PRICE, value, draw);
    };
  }

  private static HiddenText address(Draw draw) {
    String value = Values.of(FoundClass.EMAIL, draw);
    String at = draw.of(List.of("(at)", "[at]", "艾特", "（at）", "【at】", "@"));
    String dot = draw.of(List.of(".", "点", "(dot)", "[dot]"));
    String[] halves = value.split("@", -1);
    String written = halves[0] + at + halves[1].replace(".", dot);
    return whole(draw.of(List.of("邮箱 #", "发到#", "保单发我 #")), written, FoundClass.EMAIL, value, draw);
  }

  private static HiddenText model(Draw draw) {
    String value =
        draw.of(List.of("大众朗逸", "五菱宏光", "丰田凯美瑞", "比亚迪秦PLUS", "东风日产轩逸", "吉利帝豪", "长安牌SC7149B5"));
    String before =
        draw.chance(.5)
            ? draw.of(List.of("车型：", "品牌型号 ", "厂牌型号:", "车系是"))
            : "车是 " + "川A" + draw.text("0123456789", 5) + " ";
    HiddenText plain = whole(before + "#", value, FoundClass.MODEL, value, draw);
    int plate = before.indexOf('川');
    if (plate < 0) {
      return plain;
    }
    Span span = new Span(plain.text().indexOf('川'), plain.text().indexOf('川') + 7);
    String number = plain.text().substring(span.start(), span.end());
    return new HiddenText(
        plain.text(),
        List.of(new Hidden(FoundClass.PLATE, number, span, Trick.NONE), plain.hidden().get(0)));
  }

  private static HiddenText embassy(Draw draw) {
    String digits = draw.text("0123456789", 6);
    String country = digits.substring(0, 3);
    String rest = digits.substring(3);
    return switch (draw.below(5)) {
      case 0 -> plate("使" + country + "·" + rest, "使" + digits, draw);
      case 1 -> plate("使 " + String.join(" ", digits.split("")), "使" + digits, draw);
      case 2 -> plate("使" + country + "***", "使" + country + "***", draw);
      case 3 ->
          plate(
              "使" + country + "*" + rest.substring(1),
              "使" + country + "*" + rest.substring(1),
              draw);
      default -> plate("沪A0" + country + "领", "沪A0" + country + "领", draw);
    };
  }

  private static HiddenText plate(String written, String value, Draw draw) {
    return whole(draw.of(List.of("车牌#", "#", "领馆的车 #")), written, FoundClass.PLATE, value, draw);
  }

  private static HiddenText tractor(Draw draw) {
    String head = draw.of(List.of("湘", "鲁", "豫", "皖")) + draw.between(10, 20);
    String tail = draw.text("0123456789", 5);
    String written = head + draw.of(List.of("", "·", "-", " ")) + tail;
    String frame = draw.of(List.of("拖拉机 #", "拖拉机牌照：#", "# 拖拉机续保", "变拖#"));
    return whole(frame, written, FoundClass.PLATE, head + tail, draw);
  }

  private static HiddenText named(Draw draw) {
    boolean file = draw.chance(.5);
    FoundClass found = file ? FoundClass.FILE_NUMBER : FoundClass.LICENCE_BLANK;
    String value = Values.of(found, draw);
    String word = file ? "档案编号" : "证芯编号";
    String frame = draw.of(List.of("条码下面的 *#* 就是" + word, "#是" + word, "#（" + word + "）"));
    return whole(frame, value, found, value, draw);
  }

  private static HiddenText whole(
      String frame, String written, FoundClass found, String value, Draw draw) {
    int place = frame.indexOf('#');
    String text =
        frame.substring(0, place) + written + frame.substring(place + 1) + draw.of(BEHIND);
    Span span = new Span(place, place + written.length());
    return new HiddenText(text, List.of(new Hidden(found, value, span, Trick.NONE)));
  }
}
