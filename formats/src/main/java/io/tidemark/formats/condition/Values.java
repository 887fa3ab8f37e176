package io.tidemark.formats.condition;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.select.Condition;
import io.tidemark.vault.select.Condition.AmountsWithin;
import io.tidemark.vault.select.Condition.DatesWithin;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values and ranges, as the column before them demands. */
final class Values {
  private static final String DATE_ZH = "日期，如 2026-12-01、2026/12/1 或 2026年12月1日";
  private static final String DATE_EN = "a date such as 2026-12-01, 2026/12/1 or 2026年12月1日";
  private static final String AMOUNT_ZH = "金额，如 3317.10";
  private static final String AMOUNT_EN = "an amount such as 3317.10";

  private final Cursor cursor;
  private final Canonical canonical;

  Values(Cursor cursor, Canonical canonical) {
    this.cursor = cursor;
    this.canonical = canonical;
  }

  /** One value in its canonical spelling; an empty one stands for a missing value. */
  PersonalText value(FieldClass field) throws BadCondition {
    int mark = cursor.mark();
    Optional<String> quoted = cursor.match(Tokens.QUOTED).map(Values::unquoted);
    if (quoted.isPresent() && quoted.get().isEmpty()) {
      return PersonalText.of("");
    }
    Kind kind = Kind.of(field);
    String found =
        quoted.or(() -> cursor.match(kind.bare)).orElseThrow(() -> kind.expected(cursor, mark));
    return PersonalText.of(
        switch (kind) {
          case DATE -> date(found, mark).toString();
          case AMOUNT -> amount(found, mark).toPlainString();
          case TEXT -> canonical.of(field, found);
        });
  }

  /** The beginning of a value, in any column: of dates as in 2026-12. */
  PersonalText prefix(FieldClass field) throws BadCondition {
    int mark = cursor.mark();
    String prefix =
        cursor
            .match(Tokens.QUOTED)
            .map(Values::unquoted)
            .or(() -> cursor.match(Tokens.WORD))
            .map(found -> Canonical.FOLDED.of(field, found))
            .filter(found -> !found.isEmpty())
            .orElseThrow(() -> cursor.expectedAt(mark, "值的开头，至少一个字符", "the beginning of a value"));
    return PersonalText.of(prefix);
  }

  /** A range with at least one end. */
  Condition range(FieldClass field) throws BadCondition {
    return switch (Kind.of(field)) {
      case DATE -> {
        Ends<LocalDate> ends = ends(Tokens.DATE, this::date, DATE_ZH, DATE_EN);
        yield new DatesWithin(field, ends.from(), ends.to());
      }
      case AMOUNT -> {
        Ends<BigDecimal> ends = ends(Tokens.AMOUNT, this::amount, AMOUNT_ZH, AMOUNT_EN);
        yield new AmountsWithin(field, ends.from(), ends.to());
      }
      case TEXT ->
          throw cursor.expected(
              "=、!=、“属于”或“开头”（只有日期和金额有范围）",
              "=, !=, \"in\" or \"begins\" (only dates and amounts have ranges)");
    };
  }

  private <T extends Comparable<? super T>> Ends<T> ends(
      Pattern bound, Reader<T> reader, String zh, String en) throws BadCondition {
    int mark = cursor.mark();
    Optional<T> from = bound(bound, reader);
    if (!cursor.take(Tokens.TO)) {
      throw from.isPresent()
          ? cursor.expected("范围号 ..", "the .. of a range")
          : cursor.expected(
              "=、!=、“属于”“开头”或范围 a..b（" + zh + "）",
              "=, !=, \"in\", \"begins\" or a range a..b (" + en + ")");
    }
    Optional<T> to = bound(bound, reader);
    if (from.isEmpty() && to.isEmpty()) {
      throw cursor.expected(zh, en);
    }
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
      throw cursor.expectedAt(mark, "起点不晚于终点的范围", "a range that runs forwards");
    }
    return new Ends<>(from, to);
  }

  private <T> Optional<T> bound(Pattern bound, Reader<T> reader) throws BadCondition {
    int mark = cursor.mark();
    Optional<String> found = cursor.match(bound);
    return found.isEmpty() ? Optional.empty() : Optional.of(reader.read(found.get(), mark));
  }

  private LocalDate date(String text, int mark) throws BadCondition {
    Matcher parts = Tokens.DATE.matcher(text);
    if (!parts.matches()) {
      throw cursor.expectedAt(mark, DATE_ZH, DATE_EN);
    }
    try {
      return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    } catch (DateTimeException noSuchDay) {
      throw cursor.expectedAt(mark, "日历上有的日期", "a date that the calendar has");
    }
  }

  private BigDecimal amount(String text, int mark) throws BadCondition {
    if (!Tokens.AMOUNT.matcher(text).matches()) {
      throw cursor.expectedAt(mark, AMOUNT_ZH, AMOUNT_EN);
    }
    return new BigDecimal(text.replace('．', '.')).setScale(2);
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static String unquoted(String quoted) {
    String mark = quoted.substring(quoted.length() - 1);
    String inner = quoted.substring(1, quoted.length() - 1);
    return inner.replace(mark + mark, mark);
  }

  private record Ends<T>(Optional<T> from, Optional<T> to) {}

  @FunctionalInterface
  private interface Reader<T> {
    T read(String text, int mark) throws BadCondition;
  }

  /** What a column's values measure. */
  private enum Kind {
    DATE(Tokens.DATE, DATE_ZH, DATE_EN),
    AMOUNT(Tokens.AMOUNT, AMOUNT_ZH, AMOUNT_EN),
    TEXT(Tokens.WORD, "值；含空格或符号时加引号", "a value, in quotes when it has spaces or symbols");

    private final Pattern bare;
    private final String zh;
    private final String en;

    Kind(Pattern bare, String zh, String en) {
      this.bare = bare;
      this.zh = zh;
      this.en = en;
    }

    static Kind of(FieldClass field) {
      return switch (field) {
        case FIRST_REGISTRATION, INCEPTION, EXPIRY -> DATE;
        case PREMIUM -> AMOUNT;
        default -> TEXT;
      };
    }

    BadCondition expected(Cursor cursor, int mark) {
      return cursor.expectedAt(mark, zh, en);
    }
  }
}
