package io.tidemark.find.number;

import io.tidemark.find.written.Signs;

/**
 * Amounts in units of ten, as people say them: 三千二 (3200), 两千八百五 (2850), 一万二 (12000), 3千2, 1.2万,
 * 1w2, 3.2k. A last digit behind a unit counts the next lower one, unless 零 stands between.
 * Stateless.
 */
final class Amounts {
  private static final int MOST_DIGITS = 3;
  private static final int TEN_THOUSAND = 10_000;
  private static final String COUNTED = "个台辆位次天年月份单";

  private Amounts() {}

  /** Whether a unit of an amount may stand behind a numeral. */
  static boolean unit(char c) {
    return unitOf(c) >= 100;
  }

  /**
   * Reads an amount.
   *
   * @param into its first place takes the yuan
   * @return behind the last character; -1 where no amount in units begins
   */
  static int read(String text, int from, int[] into) {
    byte kind = Signs.kind(text.charAt(from));
    return kind == Signs.DIGIT
        ? written(text, from, into)
        : kind == Signs.NUMERAL ? spelt(text, from, into) : -1;
  }

  private static int unitOf(char c) {
    return switch (c) {
      case '万', '萬', 'w', 'W' -> TEN_THOUSAND;
      case '千', '仟', 'k', 'K' -> 1000;
      case '百', '佰' -> 100;
      case '十', '拾' -> 10;
      default -> 0;
    };
  }

  private static int spelt(String text, int from, int[] into) {
    int value = 0;
    int last = 0;
    int end = -1;
    boolean zero = false;
    int at = from;
    while (at < text.length() && Signs.kind(text.charAt(at)) == Signs.NUMERAL) {
      int digit = Signs.digit(text.charAt(at));
      int unit = at + 1 < text.length() ? unitOf(text.charAt(at + 1)) : 0;
      boolean lower = last == 0 || unit < last;
      if (digit == 0 && last > 0 && !zero) {
        zero = true;
        at++;
      } else if (digit > 0 && unit > 0 && lower && text.charAt(at + 1) > 'z') {
        value += digit * unit;
        last = unit;
        zero = false;
        at += 2;
        end = at;
      } else if (digit > 0 && last > 0 && unit == 0 && !counts(text, at + 1)) {
        into[0] = value + (zero || last == 10 ? digit : digit * last / 10);
        return at + 1;
      } else {
        break;
      }
    }
    into[0] = value;
    return value >= 100 ? end : -1;
  }

  /** 三千一个 is three thousand, and one. */
  private static boolean counts(String text, int at) {
    return at < text.length()
        && (COUNTED.indexOf(text.charAt(at)) >= 0 || Signs.kind(text.charAt(at)) == Signs.NUMERAL);
  }

  private static int written(String text, int from, int[] into) {
    int at = from;
    int value = 0;
    while (digit(text, at) && at - from < MOST_DIGITS) {
      value = value * 10 + Signs.digit(text.charAt(at++));
    }
    int share = 1;
    if (at < text.length() && Signs.face(text.charAt(at)) == '.' && digit(text, at + 1)) {
      for (at++; digit(text, at) && share < 100; at++) {
        value = value * 10 + Signs.digit(text.charAt(at));
        share *= 10;
      }
    }
    int unit = at < text.length() ? unitOf(text.charAt(at)) : 0;
    if (unit < 1000) {
      return -1;
    }
    int lower = at + 1;
    boolean more = share == 1 && digit(text, lower) && !digit(text, lower + 1);
    into[0] = value * (unit / share) + (more ? Signs.digit(text.charAt(lower)) * unit / 10 : 0);
    int end = more ? lower + 1 : lower;
    return letter(text, end) || digit(text, end) ? -1 : end;
  }

  private static boolean digit(String text, int at) {
    return at < text.length() && Signs.kind(text.charAt(at)) == Signs.DIGIT;
  }

  private static boolean letter(String text, int at) {
    byte kind = at < text.length() ? Signs.kind(text.charAt(at)) : Signs.PLAIN;
    return kind == Signs.LETTER || kind == Signs.EITHER;
  }
}
