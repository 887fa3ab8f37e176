package io.tidemark.media.document;

import java.util.Locale;
import java.util.Map;

/** Which characters look alike, so that one is taken for another where only that may stand. */
final class Confusion {
  /** How much less the look-alike counts than what was seen. */
  static final double DISCOUNT = .3;

  private static final Map<Character, String> ALIKE =
      Map.ofEntries(
          Map.entry('O', "0D"),
          Map.entry('Q', "0"),
          Map.entry('D', "0"),
          Map.entry('U', "0"),
          Map.entry('I', "1"),
          Map.entry('L', "1"),
          Map.entry('|', "1"),
          Map.entry('!', "1"),
          Map.entry('T', "1"),
          Map.entry('Z', "2"),
          Map.entry('S', "5"),
          Map.entry('B', "8"),
          Map.entry('G', "6"),
          Map.entry('A', "4"),
          Map.entry('0', "DQ"),
          Map.entry('1', "LT"),
          Map.entry('2', "Z"),
          Map.entry('5', "S"),
          Map.entry('8', "B"),
          Map.entry('6', "G"),
          Map.entry('翼', "冀"),
          Map.entry('闵', "闽"),
          Map.entry('奥', "粤"),
          Map.entry('晥', "皖"),
          Map.entry('挂', "桂"),
          Map.entry('输', "渝"),
          Map.entry('漸', "浙"),
          Map.entry('渐', "浙"),
          Map.entry('普', "晋"),
          Map.entry('夹', "陕"),
          Map.entry('峡', "陕"),
          Map.entry('窜', "赣"),
          Map.entry('章', "赣"),
          Map.entry('吧', "鄂"),
          Map.entry('相', "湘"),
          Map.entry('户', "沪"),
          Map.entry('护', "沪"),
          Map.entry('办', "苏"),
          Map.entry('毫', "豫"),
          Map.entry('象', "豫"),
          Map.entry('由', "甘"),
          Map.entry('责', "贵"),
          Map.entry('告', "吉"),
          Map.entry('凉', "琼"),
          Map.entry('掠', "琼"));

  private Confusion() {}

  /** A character in the one form that spellings are written in. */
  static char folded(String symbol) {
    char c = symbol.charAt(0);
    if (c > '\uff00' && c < '\uff5f') {
      c -= 0xfee0;
    }
    if (c == '—' || c == '–' || c == '－' || c == '一') {
      return '-';
    }
    return String.valueOf(c).toUpperCase(Locale.ROOT).charAt(0);
  }

  /** What may have been meant by this folded character. */
  static String alike(char seen) {
    return ALIKE.getOrDefault(seen, "");
  }
}
