package io.tidemark.chainsim.leak;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings any spelling of a model to one: capitals, no maker before the brand, one word for each
 * gearbox and drive, no closing 版 or 型, the year in full in front, where no other digits touch it.
 */
final class StandardModel {
  private static final Pattern YEAR = Pattern.compile("(?:20)?([012]\\d)年?款");
  private static final Map<Pattern, String> WORDS = words();

  private StandardModel() {}

  static String of(String model) {
    String text = Cleaning.folded(model).toUpperCase(Locale.ROOT);
    Matcher year = YEAR.matcher(text);
    String written = year.find() ? "20" + year.group(1) + "款" : "";
    String rest = year.replaceFirst("").strip();
    for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
      rest = word.getKey().matcher(rest).replaceAll(word.getValue());
    }
    return written + Cleaning.cleaned(rest);
  }

  private static Map<Pattern, String> words() {
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put(
        "^(上汽|一汽|东风|广汽|长安|北京|华晨|上海通用|上汽通用|北汽|神龙)[-·]?(?=大众|丰田|本田|日产|别克|雪佛兰|福特|现代|起亚|马自达|奥迪|宝马|奔驰|五菱|凯迪拉克)",
        "");
    ways.put("(?<=^.{2,4})牌", "");
    ways.put("(?<=\\d)升", "L");
    ways.put("涡轮增压", "T");
    ways.put("自动挡|自动档|自动变速|手自一体|\\bAT\\b", "自动");
    ways.put("手动挡|手动档|\\bMT\\b", "手动");
    ways.put("无级变速|无级", "CVT");
    ways.put("双离合", "DCT");
    ways.put("2WD|前驱|二驱", "两驱");
    ways.put("4WD|AWD|4驱", "四驱");
    ways.put("[版型款]$", "");
    Map<Pattern, String> compiled = new LinkedHashMap<>();
    ways.forEach((way, word) -> compiled.put(Pattern.compile(way), word));
    return compiled;
  }
}
