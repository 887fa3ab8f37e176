package io.tidemark.find.number;

import io.tidemark.classify.CalendarDate;
import io.tidemark.find.Confidence;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Signs;
import java.util.List;
import java.util.Locale;

/**
 * Ends of policies without a year, as people write them to each other: 12月3号到期, 十二月三号, 到期 12.28,
 * 明年3月到期, 下个月15号到期. No reader knows the year later, and whoever wrote 下个月 knew the month: so the
 * value is what was said, in the truncated forms of XML Schema part 2: {@code --12-03} a day of a
 * month, {@code --03} a month, {@code ---15} a day of some month. A word must stand directly before
 * or behind. Always {@code low}: what ends may be something else. Stateless.
 */
final class DaysOfNoYear {
  private static final int LONGEST = 16;
  private static final int LEAP_YEAR = 2024;
  private static final int JULY = 7;
  private static final List<String> SOME_MONTH =
      List.of("下个月", "这个月", "下月", "本月", "次月", "这月", "当月", "每月");
  private static final String COUNTED = "天个月年周元块折%％万千kKwW度级倍";

  private DaysOfNoYear() {}

  /** Whether 到期, 终保, 止 or the like stands so close behind that one may be meant. */
  static boolean may(String text, int begin) {
    int limit = Math.min(text.length(), begin + LONGEST);
    for (int at = begin + 1; at < limit; at++) {
      char c = text.charAt(at);
      boolean ends =
          switch (c) {
            case '止' -> true;
            case '期' -> text.charAt(at - 1) == '到' || text.startsWith("满", at + 1);
            case '保' -> text.charAt(at - 1) == '终' || text.charAt(at - 1) == '脱';
            default -> false;
          };
      if (ends) {
        return true;
      }
    }
    return false;
  }

  /** Whether what stands behind a number may be the rest of one. */
  static boolean mayGoOn(String text, int end) {
    return end < text.length() && "月号日十./-．／－".indexOf(text.charAt(end)) >= 0;
  }

  /** Adds the one whose first number, 十 before it left out, begins there. */
  static void find(String text, int begin, Candidates out) {
    boolean ten = begin > 0 && text.charAt(begin - 1) == '十';
    int start = ten ? begin - 1 : begin;
    if (ten && start > 0 && Signs.kind(text.charAt(start - 1)) == Signs.NUMERAL) {
      return; // 二十三 began before
    }
    int[] date = new int[2];
    int end = DateNumbers.small(text, start, date, 0);
    if (end <= start || end >= text.length() || date[0] == 0) {
      return;
    }
    char c = text.charAt(end);
    if (c == '月') {
      month(text, begin, start, end + 1, date, out);
    } else if (c == '号' || c == '日') {
      day(text, begin, start, end + 1, date[0], out);
    } else if (!ten && Signs.kind(c) == Signs.GAP && "./-".indexOf(Signs.face(c)) >= 0) {
      separated(text, begin, end, date, out);
    }
  }

  private static void month(
      String text, int begin, int start, int behind, int[] date, Candidates out) {
    if (ofYear(text, start)) {
      return;
    }
    int from = DateNumbers.space(text, behind);
    int end = DateNumbers.small(text, from, date, 1);
    if (end > from && exists(date[0], date[1])) {
      boolean word = end < text.length() && "日号".indexOf(text.charAt(end)) >= 0;
      tell(text, begin, new Span(start, word ? end + 1 : end), of(date[0], date[1]), out);
    } else if (end == from && exists(date[0], 1)) {
      tell(
          text, begin, new Span(start, behind), String.format(Locale.ROOT, "--%02d", date[0]), out);
    }
  }

  /** Whether a year stands before, so that the date has been looked at whole. */
  private static boolean ofYear(String text, int start) {
    int at = start > 0 && text.charAt(start - 1) == ' ' ? start - 1 : start;
    return at > 1 && text.charAt(at - 1) == '年' && Signs.digit(text.charAt(at - 2)) >= 0;
  }

  private static void day(String text, int begin, int start, int end, int day, Candidates out) {
    if (!exists(JULY, day)) {
      return;
    }
    int from = start;
    if (start > 0 && text.charAt(start - 1) == '月') {
      if (october(text, start)) {
        tell(text, begin, new Span(start - 2, end), of(10, day), out);
        return;
      }
      from = someMonth(text, start);
      if (from < 0) {
        return; // its month has told it, or nobody knows which
      }
    }
    tell(text, begin, new Span(from, end), String.format(Locale.ROOT, "---%02d", day), out);
  }

  /** 十月 has no sign that a search stops at. */
  private static boolean october(String text, int start) {
    return start > 1
        && text.charAt(start - 2) == '十'
        && (start == 2 || Signs.digit(text.charAt(start - 3)) < 0);
  }

  private static int someMonth(String text, int start) {
    for (String word : SOME_MONTH) {
      if (text.startsWith(word, start - word.length())) {
        return start - word.length();
      }
    }
    return -1;
  }

  /** 12.28, 12-28 and 12/28: nothing else of a number, an amount or a date beside it. */
  private static void separated(String text, int begin, int gap, int[] date, Candidates out) {
    int from = gap + 1;
    if (from >= text.length()
        || Signs.kind(text.charAt(from)) != Signs.DIGIT
        || joined(text, begin)) {
      return;
    }
    int end = DateNumbers.digits(text, from, 2, date, 1);
    char next = end < text.length() ? text.charAt(end) : ' ';
    boolean goesOn =
        code(next)
            || COUNTED.indexOf(next) >= 0
            || (end + 1 < text.length() && separator(next) && code(text.charAt(end + 1)));
    if (!goesOn && exists(date[0], date[1]) && (Clues.behind(text, end) & Clues.NONE) == 0) {
      tell(text, begin, new Span(begin, end), of(date[0], date[1]), out);
    }
  }

  private static boolean joined(String text, int begin) {
    return begin > 0 && (code(text.charAt(begin - 1)) || separator(text.charAt(begin - 1)));
  }

  private static boolean code(char c) {
    byte kind = Signs.kind(c);
    return kind >= Signs.DIGIT && kind <= Signs.LETTER;
  }

  private static boolean separator(char c) {
    return Signs.kind(c) == Signs.GAP && "./-_~+".indexOf(Signs.face(c)) >= 0;
  }

  private static boolean exists(int month, int day) {
    return CalendarDate.exists(LEAP_YEAR, month, day);
  }

  private static String of(int month, int day) {
    return String.format(Locale.ROOT, "--%02d-%02d", month, day);
  }

  private static void tell(String text, int begin, Span span, String value, Candidates out) {
    long before = out.clue(text, begin);
    boolean named = (before & Expiries.CLUE) != 0 && (before & Clues.TIGHT) != 0;
    boolean behind = (Clues.behind(text, span.end()) & Expiries.CLUE) != 0 && may(text, begin);
    if (named || (behind && (before & Expiries.OF_OTHERS) == 0)) {
      out.add(Candidate.of(FoundClass.EXPIRY, span, Confidence.LOW, value, Expiries.WEIGHT));
    }
  }
}
