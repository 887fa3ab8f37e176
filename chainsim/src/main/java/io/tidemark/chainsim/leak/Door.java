package io.tidemark.chainsim.leak;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of an address: {@code 26号楼1单元1404室} in whatever way it is written.
 *
 * @param before all that stands before it
 */
record Door(String before, String building, String entrance, String room) {
  private static final Pattern NUMERAL =
      Pattern.compile("[〇零一二三四五六七八九十百]+(?=号楼|号$|栋|幢|座|单元|门|层|室)");
  private static final Pattern END =
      Pattern.compile(
          "第?(?<building>\\d+)\\s*(?:号楼|[栋幢座]楼?|#楼?|号|楼|[-—–_/.、,， ])\\s*"
              + "第?(?<entrance>\\d+)\\s*(?:单元|门|[-—–_/.、,， ])\\s*"
              + "(?:\\d+[层楼])?(?<room>\\d{3,4})\\s*(?:号?[室房户]|号)?$");

  /** The end of this address, when it has one that can be read. */
  static Optional<Door> read(String address) {
    String text = plainNumerals(address);
    Matcher end = END.matcher(text);
    return end.find()
        ? Optional.of(
            new Door(
                text.substring(0, end.start()),
                end.group("building"),
                end.group("entrance"),
                end.group("room")))
        : Optional.empty();
  }

  private static String plainNumerals(String text) {
    return NUMERAL.matcher(text).replaceAll(numeral -> String.valueOf(value(numeral.group())));
  }

  /** The value of a Chinese numeral below 1,000, or of digits in a row ({@code 一四〇四}). */
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
