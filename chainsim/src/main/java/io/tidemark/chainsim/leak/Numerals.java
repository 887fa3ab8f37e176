package io.tidemark.chainsim.leak;

import java.util.regex.Pattern;

/** Chinese numerals below 1,000 where they count something, as plain digits. */
final class Numerals {
  private static final Pattern IN_A_DOOR =
      Pattern.compile("[〇零一二三四五六七八九十百]+(?=号楼|号$|栋|幢|座|单元|门|层|室)");
  private static final Pattern COUNTING = Pattern.compile("[〇零一二三四五六七八九十百]+(?=年|次|座|天|个月)");

  private Numerals() {}

  /** Those of buildings, entrances, floors and rooms; a street named 五一路 stays. */
  static String plain(String address) {
    return replaced(IN_A_DOOR, address);
  }

  /** Those that count years, months, days, times and seats. */
  static String counts(String text) {
    return replaced(COUNTING, text);
  }

  private static String replaced(Pattern numerals, String text) {
    return numerals.matcher(text).replaceAll(found -> String.valueOf(value(found.group())));
  }

  /** The value of a numeral, or of digits in a row ({@code 一四〇四}). */
  private static int value(String numeral) {
    if (!numeral.contains("十") && !numeral.contains("百")) {
      return numeral.chars().reduce(0, (sum, c) -> sum * 10 + digit((char) c));
    }
    int sum = 0;
    int digit = 0;
    for (char c : numeral.toCharArray()) {
      int unit = c == '百' ? 100 : c == '十' ? 10 : 0;
      sum += unit * (digit == 0 ? 1 : digit);
      digit = unit > 0 ? 0 : digit(c);
    }
    return sum + digit;
  }

  private static int digit(char c) {
    return Math.max(0, "〇一二三四五六七八九".indexOf(c));
  }
}
