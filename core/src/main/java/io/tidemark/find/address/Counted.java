package io.tidemark.find.address;

import org.jspecify.annotations.Nullable;

/**
 * A number in an address with what it counts: {@code 1700号}, {@code 3栋}, {@code 二单元}, {@code
 * 5-2-301}.
 *
 * @param end behind the last unit
 * @param level house or door
 */
record Counted(int end, Level level) {
  private static final String HANZI = "〇零一二三四五六七八九十百";
  private static final int LONGEST = 6;

  /**
   * The number that begins at a place, if it is one of an address.
   *
   * @param inside whether a part of an address stands before it, so that a bare number is a door
   */
  static @Nullable Counted at(CharSequence text, int at, boolean inside) {
    int end = digits(text, at);
    int dashes = 0;
    boolean telephone = end - at > 2;
    while (end > at && end + 1 < text.length() && dash(text.charAt(end))) {
      int next = digits(text, end + 1);
      if (next == end + 1) {
        break;
      }
      dashes++;
      end = next;
    }
    if (end == at) {
      return letters(text, at);
    }
    int unit = Endings.door(text, end);
    if (unit > 0 && !(unit == 1 && text.charAt(end) == '区' && !inside)) {
      return new Counted(end + unit, Level.DOOR);
    }
    unit = Endings.house(text, end);
    if (unit > 0 && !line(text, end + unit)) {
      return new Counted(end + unit, Level.HOUSE);
    }
    boolean door = inside && (dashes > 0 && !telephone || end - at >= 3 && end - at <= 4);
    return door && !counts(text, end) ? new Counted(end, Level.DOOR) : null;
  }

  /** A座, B区, C栋. */
  private static @Nullable Counted letters(CharSequence text, int at) {
    char c = text.charAt(at);
    boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || "东南西北甲乙丙丁".indexOf(c) >= 0;
    if (!letter) {
      return null;
    }
    int digits = digits(text, at + 1);
    int unit = Endings.door(text, digits);
    return unit > 0 && (c < 'a' || c > 'z' || digits > at + 1)
        ? new Counted(digits + unit, Level.DOOR)
        : null;
  }

  /** Digits of one kind, ASCII or Chinese. */
  private static int digits(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && end - from < LONGEST && digit(text.charAt(end))) {
      end++;
    }
    if (end == from) {
      while (end < text.length() && end - from < 3 && HANZI.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
    }
    return end;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9' || c >= '０' && c <= '９';
  }

  private static boolean dash(char c) {
    return c == '-' || c == '－' || c == '—' || c == '#' || c == '附';
  }

  /** 2号线 is a railway, 3号文 a document. */
  private static boolean line(CharSequence text, int at) {
    return at < text.length() && "线文机令种手".indexOf(text.charAt(at)) >= 0;
  }

  /** A number that counts something else than doors. */
  private static boolean counts(CharSequence text, int at) {
    return at < text.length() && "年月日元万亿个人次名米公%％.点岁位只".indexOf(text.charAt(at)) >= 0;
  }
}
