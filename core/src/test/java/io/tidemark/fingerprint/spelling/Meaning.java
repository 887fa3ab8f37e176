package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.Divisions;
import io.tidemark.terms.Divisions.City;
import io.tidemark.terms.Divisions.Province;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what an address, a model or a remark means, from how people in China write them. Written
 * apart from the catalogue, which it judges: it shares no code and no pattern with it.
 */
final class Meaning {
  private static final String CHINESE_DIGITS = "零一二三四五六七八九";

  private Meaning() {}

  /** Where somebody lives; a part that is not written is empty. */
  record Place(
      String province, String city, String rest, String building, String unit, String room) {}

  /** A vehicle model of a year, 2000 to 2099. */
  record Vehicle(String series, int year, String equipment) {}

  static Place ofAddress(String text) {
    String province = "";
    String city = "";
    String left = text;
    for (Province candidate : Divisions.china().provinces()) {
      String name = candidate.name();
      String everyday = everyday(name);
      String after =
          left.startsWith(name)
              ? left.substring(name.length())
              : left.startsWith(everyday) ? left.substring(everyday.length()) : null;
      if (after != null && name.endsWith("市")) {
        return door(name, name, after);
      }
      for (City each : candidate.cities()) {
        if (each.districts().isEmpty() || each.name().contains("直辖")) {
          continue;
        }
        String from = after != null && after.startsWith(each.name()) ? after : left;
        if (from.startsWith(each.name())) {
          province = name;
          city = each.name();
          text = from.substring(city.length());
        }
      }
    }
    return door(province, city, text);
  }

  private static String everyday(String name) {
    for (String kind : List.of("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市")) {
      if (name.endsWith(kind)) {
        return name.substring(0, name.length() - kind.length());
      }
    }
    return name;
  }

  /** Goes backwards from the end: room, unit, building. */
  private static Place door(String province, String city, String rest) {
    int end = rest.endsWith("室") ? rest.length() - 1 : rest.length();
    int letter = end > 0 && latin(rest.charAt(end - 1)) ? end - 1 : end;
    int room = digitsBefore(rest, letter);
    int afterUnit = before(rest, room, "单元", "-");
    int unit = digitsBefore(rest, afterUnit);
    int afterBuilding = before(rest, unit, "号楼", "栋", "幢", "座", "-");
    int building = digitsBefore(rest, afterBuilding);
    boolean whole = room < letter && unit < afterUnit && building < afterBuilding;
    return whole
        ? new Place(
            province,
            city,
            rest.substring(0, building),
            rest.substring(building, afterBuilding),
            rest.substring(unit, afterUnit),
            rest.substring(room, end))
        : new Place(province, city, rest, "", "", "");
  }

  private static int before(String text, int end, String... words) {
    for (String word : words) {
      if (text.startsWith(word, end - word.length())) {
        return end - word.length();
      }
    }
    return end;
  }

  private static int digitsBefore(String text, int end) {
    int from = end;
    while (from > 0 && digit(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  static Vehicle ofModel(String text) {
    text = plainly(text);
    int kuan = text.indexOf("款");
    while (kuan >= 0 && !(kuan >= 2 && digit(text.charAt(kuan - 1)))) {
      kuan = text.indexOf("款", kuan + 1);
    }
    if (kuan < 0) {
      return new Vehicle(text, 0, "");
    }
    boolean fourDigits = kuan - digitsBefore(text, kuan) >= 4 && text.startsWith("20", kuan - 4);
    int from = kuan - (fourDigits ? 4 : 2);
    int year = Integer.parseInt(text.substring(from, kuan));
    return new Vehicle(
        text.substring(0, from).strip(),
        year < 100 ? 2000 + year : year,
        text.substring(kuan + 1).strip());
  }

  /** Litres after a figure as L, gearboxes without 挡, driven wheels in characters. */
  private static String plainly(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean litres = c == '升' && i > 0 && digit(text.charAt(i - 1));
      boolean gear = (c == '挡' || c == '档') && i > 0 && text.charAt(i - 1) == '动';
      boolean wheels = (c == '2' || c == '4') && text.startsWith("驱", i + 1);
      if (!gear) {
        plain.append(litres ? 'L' : wheels && c == '2' ? '两' : wheels ? '四' : c);
      }
    }
    return plain.toString();
  }

  private static final String[][] SAYINGS = {
    {"尚未结清", "没有还完"},
    {"未结清", "没有还完"},
    {"没结清", "没有还完"},
    {"没出险", "平安"},
    {"未出险", "平安"},
    {"无出险", "平安"},
    {"年审", "检车"},
    {"年检", "检车"},
    {"险+", "险与"},
    {"险加", "险与"},
    {"险和", "险与"},
    {"之前", "前"},
    {"以前", "前"},
    {"之后", "后"},
    {"以后", "后"},
    {"需要", "需"},
  };

  private static String said(String clause) {
    String said = clause;
    for (String[] saying : SAYINGS) {
      said = said.replace(saying[0], saying[1]);
    }
    return said;
  }

  /** Who works for whom: the name, what it does, where; the company form is understood. */
  record Office(String name, String trade, String branch) {}

  static Office ofAgency(String text) {
    for (String ending : List.of("中心支公司", "中心支", "中支")) {
      if (text.endsWith(ending)) {
        return new Office(text.substring(0, text.length() - ending.length()), "", "地市");
      }
    }
    String branch = text.endsWith("分公司") ? text.substring(text.length() - 5) : "";
    String name = text.substring(0, text.length() - branch.length());
    if (!name.contains("股份") && !name.contains("责任")) {
      name = name.endsWith("公司") ? name.substring(0, name.length() - 2) : name;
      name = name.endsWith("有限") ? name.substring(0, name.length() - 2) : name;
    }
    for (String[] trade :
        new String[][] {
          {"保险代理", "代理"}, {"保代", "代理"}, {"保险经纪", "经纪"}, {"保经", "经纪"}, {"汽车销售服务", "车商"}
        }) {
      if (name.endsWith(trade[0])) {
        return new Office(name.substring(0, name.length() - trade[0].length()), trade[1], branch);
      }
    }
    return new Office(name, "", branch);
  }

  /** The clauses, every count before 次 or 年 in figures. */
  static List<String> ofRemark(String text) {
    List<String> clauses = new ArrayList<>();
    for (String clause : text.split("[，, ]")) {
      StringBuilder figures = new StringBuilder();
      for (int i = 0; i < clause.length(); i++) {
        int value = CHINESE_DIGITS.indexOf(clause.charAt(i));
        boolean counts = i + 1 < clause.length() && "次年".indexOf(clause.charAt(i + 1)) >= 0;
        figures.append(value > 0 && counts ? String.valueOf(value) : clause.substring(i, i + 1));
      }
      clauses.add(said(figures.toString()));
    }
    return clauses;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean latin(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
