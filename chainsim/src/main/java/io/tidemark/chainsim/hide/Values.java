package io.tidemark.chainsim.hide;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.find.FoundClass;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Invented numbers of every class, with the check characters of their standards. Stateless. */
final class Values {
  private static final String DIGITS = "0123456789";
  private static final String SERIAL = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String VEHICLE = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final List<String> MOBILE =
      List.of(
          "130", "133", "135", "138", "139", "147", "150", "158", "166", "173", "177", "180", "186",
          "188", "191", "198", "199");
  private static final List<String> PLACES =
      List.of(
          "110105", "310115", "440305", "510107", "500112", "330106", "210204", "610113", "420111",
          "340104");
  private static final List<String> PROVINCES =
      List.of("京", "沪", "粤", "川", "渝", "浙", "辽", "陕", "鄂", "皖", "苏", "鲁", "豫", "湘", "云", "新");
  private static final List<String> MAKERS =
      List.of("LSV", "LFV", "LGX", "LVS", "LHG", "LBV", "WBA", "JTH");
  private static final List<String> BINS =
      List.of("621226", "622202", "621700", "622848", "625912", "436742");

  private Values() {}

  static String of(FoundClass found, Draw draw) {
    return switch (found) {
      case IDENTITY_NUMBER -> identity(draw.of(PLACES), draw);
      case IDENTITY_NUMBER_15 -> draw.of(PLACES) + born(draw).substring(2) + digits(draw, 3);
      case RESIDENCE_PERMIT -> identity(draw.of(List.of("810000", "820000", "830000")), draw);
      case PASSPORT ->
          draw.of(
              List.of(
                  "E" + digits(draw, 8),
                  "EA" + digits(draw, 7),
                  "EJ" + digits(draw, 7),
                  "G" + digits(draw, 8)));
      case TRAVEL_PERMIT ->
          draw.of(
              List.of(
                  "H" + digits(draw, 8),
                  "M" + digits(draw, 10),
                  "C" + digits(draw, 8),
                  "CB" + digits(draw, 7)));
      case CREDIT_CODE -> creditCode(draw);
      case MOBILE -> draw.of(MOBILE) + digits(draw, 8);
      case MACHINE_NUMBER -> draw.of(List.of("10648", "10647", "10649")) + digits(draw, 8);
      case LANDLINE ->
          draw.of(List.of("010", "021", "028", "023")) + (2 + draw.below(7)) + digits(draw, 7);
      case PLATE -> plate(draw);
      case VIN -> vin(draw);
      case ENGINE_NUMBER ->
          draw.of(List.of("4G15", "EA211", "HR16", "B48", "LJ4"))
              + draw.text("ABDEFGH", 1)
              + digits(draw, 6);
      case FILE_NUMBER -> draw.of(PLACES) + digits(draw, 6);
      case LICENCE_BLANK -> draw.of(List.of("51", "44", "31")) + digits(draw, 11);
      case POLICY_NUMBER ->
          draw.of(List.of("PDAA", "PDZA", "ASHH", "ABJX"))
              + draw.between(2019, 2026)
              + digits(draw, 14);
      case BANK_CARD -> card(draw);
      case EMAIL ->
          draw.text("abcdefghkmnprstwxyz", 3 + draw.below(5))
              + digits(draw, 1 + draw.below(4))
              + "@"
              + draw.of(List.of("qq.com", "163.com", "gmail.com", "sina.com.cn"));
      case WECHAT ->
          draw.of(List.of("wx", "abc", "zhang", "car", "lucky"))
              + draw.of(List.of("", "_", "-"))
              + digits(draw, 4 + draw.below(5));
      case EXPIRY -> LocalDate.of(2026, 1, 1).plusDays(draw.below(700)).toString();
      case PRICE -> draw.between(950, 9800) + "." + digits(draw, 2);
      case MODEL ->
          draw.of(List.of("大众朗逸 2021款", "丰田卡罗拉2019款", "宝马X5", "比亚迪宋 2023款", "本田雅阁 2020款", "奥迪A4L"));
      case NAME, ADDRESS -> throw new IllegalArgumentException(found + " is no number");
    };
  }

  private static String digits(Draw draw, int count) {
    return draw.text(DIGITS, count);
  }

  private static String born(Draw draw) {
    return LocalDate.of(1950, 1, 1)
        .plusDays(draw.below(18_000))
        .format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static String identity(String place, Draw draw) {
    String body = place + born(draw) + digits(draw, 3);
    int check = 0;
    for (int i = 0; i < body.length(); i++) {
      check = (check + body.charAt(i) - '0') * 2 % 11;
    }
    return body + "10X98765432".charAt(check);
  }

  private static String card(Draw draw) {
    String bin = draw.of(BINS);
    String body = bin + digits(draw, bin.startsWith("4") ? 9 : draw.of(List.of(9, 12)));
    int sum = 0;
    for (int i = body.length() - 1, twice = 2; i >= 0; i--, twice = 3 - twice) {
      int product = (body.charAt(i) - '0') * twice;
      sum += product / 10 + product % 10;
    }
    return body + (10 - sum % 10) % 10;
  }

  private static String vin(Draw draw) {
    String head = draw.of(MAKERS) + draw.text(VEHICLE, 5);
    String tail = draw.text("LMNPRSTV", 1) + draw.text("ABCDEFGH12345", 1) + digits(draw, 6);
    String values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (values.indexOf((head + tail).charAt(i)) % 10);
    }
    return head + "0123456789X".charAt(sum % 11) + tail;
  }

  private static String creditCode(Draw draw) {
    String organisation = digits(draw, 4) + draw.text(CODE.replaceAll("[^0-9A-H]", ""), 4);
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Integer.parseInt(organisation.substring(i, i + 1), 36);
    }
    String body =
        draw.of(List.of("91", "92", "93"))
            + draw.of(PLACES)
            + organisation
            + "0X987654321".charAt(sum % 11);
    int check = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      check = (check + CODE.indexOf(body.charAt(i)) * weight) % 31;
      weight = weight * 3 % 31;
    }
    return body + CODE.charAt((31 - check) % 31);
  }

  private static String plate(Draw draw) {
    String head = draw.of(PROVINCES) + draw.text("ABCDEFGHJK", 1);
    return switch (draw.below(10)) {
      case 0, 1 -> head + draw.text("DF", 1) + digits(draw, 5);
      case 2 -> head + digits(draw, 5) + draw.text("DF", 1);
      case 3 -> head + digits(draw, 4) + draw.of(List.of("学", "挂", "警"));
      case 4 ->
          draw.of(
              List.of(
                  "粤Z" + digits(draw, 4) + "港",
                  "粤Z" + digits(draw, 4) + "澳",
                  "沪A" + digits(draw, 4) + "领",
                  "使" + digits(draw, 6)));
      case 5 -> head + digits(draw, 2) + draw.text(SERIAL.substring(10), 1) + digits(draw, 2);
      default -> head + draw.text(SERIAL, 1) + digits(draw, 4);
    };
  }
}
