package io.tidemark.classify;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dates as exports write them, to ISO 8601 {@code yyyy-MM-dd}: 2026-12-03, 2026/1/3, 20261203,
 * 2026年12月3日, 2026.12.3, each with or without a time behind it, and the day numbers of spreadsheets
 * (46359; ECMA-376 part 1, 18.17.4.1, date base 1900). Of dates that end with their year, such as
 * 25/12/2026, only those are read that no other order of day and month makes possible.
 */
public final class CalendarDate {
  private static final Fold FOLD = new Fold(Fold.QUOTES, Fold.Gaps.ONE, true);
  private static final String SEPARATORS = "-/.年月,、\\_‐‒–—―−";
  private static final String TIME = "0123456789:.+-ZT 时分秒点上下午AMP起止";
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int SHEET_1950 = 18264;
  private static final int SHEET_2100 = 73051;

  private static final Suspicion IMPOSSIBLE =
      Suspicion.of("date-impossible", "日历上没有这一天", "the calendar has no such day");
  private static final Suspicion WRONG_SHAPE =
      Suspicion.of("date-shape", "看不出是年月日", "not written as year, month, day");
  private static final Suspicion ORDER_UNKNOWN =
      Suspicion.of("date-order", "日和月孰先孰后无法判断", "day and month cannot be told apart");
  private static final Suspicion SHORT_YEAR =
      Suspicion.of("date-two-digit-year", "年份只有两位", "the year has two digits only");

  private CalendarDate() {}

  static Canonical read(String raw) {
    String text = folded(raw);
    if (Blank.nothing(text)) {
      return Canonical.MISSING;
    }
    return switch (Chars.digitRun(text, 0)) {
      case 8 -> timeFrom(text, 8) ? compact(text) : unread(text);
      case 12, 14 -> Chars.digits(text) ? compact(text) : unread(text);
      case 5 -> sheetDay(text);
      case 4 -> separated(text, 4);
      case 1, 2 ->
          YearLast.of(text).map(date -> yearLast(text, date)).orElseGet(() -> yearFirst(text));
      default -> unread(text);
    };
  }

  static String folded(String raw) {
    return FOLD.apply(raw);
  }

  /** Whether the Gregorian calendar has that day; years 1900 to 2199 only. */
  public static boolean exists(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
      return false;
    }
    int days =
        switch (month) {
          case 2 -> leap(year) ? 29 : 28;
          case 4, 6, 9, 11 -> 30;
          default -> 31;
        };
    return day <= days;
  }

  private static boolean leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static Canonical compact(String text) {
    return dated(
        Chars.number(text, 0, 4), Chars.number(text, 4, 6), Chars.number(text, 6, 8), null);
  }

  private static Canonical yearLast(String text, YearLast date) {
    if (!timeFrom(date.behind(), 0)) {
      return unread(text);
    }
    boolean eitherWay = date.first() == date.second() && date.possible(DateOrder.DAY_FIRST);
    Optional<DateOrder> order = eitherWay ? Optional.of(DateOrder.DAY_FIRST) : date.order();
    return order
        .map(told -> dated(date.year(), date.month(told), date.day(told), null))
        .orElseGet(() -> undecided(text, date));
  }

  private static Canonical undecided(String text, YearLast date) {
    boolean possible = date.possible(DateOrder.DAY_FIRST);
    return Canonical.doubtful(text, possible ? ORDER_UNKNOWN : IMPOSSIBLE);
  }

  private static Canonical yearFirst(String text) {
    return Chars.digitRun(text, 0) == 2 ? separated(text, 2) : unread(text);
  }

  private static Canonical separated(String text, int yearEnd) {
    int month = afterSeparator(text, yearEnd);
    int monthEnd = month + Math.min(3, Chars.digitRun(text, month));
    int day = afterSeparator(text, monthEnd);
    int dayEnd = day + Math.min(3, Chars.digitRun(text, day));
    boolean whole =
        month > yearEnd
            && monthEnd - month <= 2
            && monthEnd > month
            && day > monthEnd
            && dayEnd - day <= 2
            && dayEnd > day;
    if (!whole || !timeFrom(text, dayEnd)) {
      return unread(text);
    }
    int year = Chars.number(text, 0, yearEnd);
    return dated(
        yearEnd == 4 ? year : year < 70 ? 2000 + year : 1900 + year,
        Chars.number(text, month, monthEnd),
        Chars.number(text, day, dayEnd),
        yearEnd == 4 ? null : SHORT_YEAR);
  }

  /** The place after one separator with at most a space on either side. */
  private static int afterSeparator(String text, int at) {
    int next = after(text, at, " ");
    next = after(text, next, SEPARATORS);
    return after(text, next, " ");
  }

  private static int after(String text, int at, String oneOf) {
    return at < text.length() && oneOf.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  /**
   * Whether nothing but a time of day follows the date that ends at {@code at}. A time in UTC other
   * than midnight is refused: 16:00 of the day before is how programs write a midnight of China.
   */
  private static boolean timeFrom(String text, int at) {
    int day = after(text, at, " ");
    int from = after(text, day, "日号");
    if (from == day) {
      from = at;
    }
    if (from < text.length() && from == at && " T.".indexOf(text.charAt(from)) < 0) {
      return false;
    }
    boolean utc = text.endsWith("Z");
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (TIME.indexOf(c) < 0 || (utc && c >= '1' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  private static Canonical sheetDay(String text) {
    int day = Chars.number(text, 0, 5);
    boolean fraction =
        text.length() == 5 || (text.charAt(5) == '.' && Chars.digits(text, 6, text.length()));
    return fraction && day >= SHEET_1950 && day < SHEET_2100
        ? Canonical.sound(LocalDate.of(1899, 12, 30).plusDays(day).toString())
        : unread(text);
  }

  private static Canonical dated(int year, int month, int day, @Nullable Suspicion doubt) {
    return new Canonical(iso(year, month, day), exists(year, month, day) ? doubt : IMPOSSIBLE);
  }

  static String iso(int year, int month, int day) {
    StringBuilder iso = new StringBuilder(10);
    pair(iso, year / 100);
    pair(iso, year % 100);
    pair(iso.append('-'), month);
    pair(iso.append('-'), day);
    return iso.toString();
  }

  private static void pair(StringBuilder out, int number) {
    out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static Canonical unread(String text) {
    return Canonical.doubtful(text, WRONG_SHAPE);
  }
}
