package io.tidemark.formats.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times as people and telephone systems write them; without a zone they are Beijing's. */
final class CallTime {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final long EIGHT_HOURS = 8 * 3_600;

  private static final List<DateTimeFormatter> TIMES =
      List.of(
          strict("uuuu-M-d H:m[:s]"),
          strict("uuuu-M-d'T'H:m[:s]"),
          strict("uuuu/M/d H:m[:s]"),
          strict("uuuu.M.d H:m[:s]"),
          strict("uuuu年M月d日 H:m[:s]"),
          strict("uuuu年M月d日H时m分[s秒]"),
          strict("uuuuMMddHHmmss"),
          strict("uuuuMMdd HH:mm[:ss]"));

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          strict("uuuu-M-d"),
          strict("uuuu/M/d"),
          strict("uuuu.M.d"),
          strict("uuuu年M月d日"),
          strict("uuuuMMdd"));

  private CallTime() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The time that this says; a day alone is its noon. */
  static Optional<Instant> of(String written) {
    Optional<Instant> usual = usual(written);
    if (usual.isPresent()) {
      return usual;
    }
    String text = written.strip().replaceFirst("(?<=:\\d\\d)\\.\\d+", "");
    Optional<Instant> zoned = zoned(text);
    if (zoned.isPresent()) {
      return zoned;
    }
    for (DateTimeFormatter format : TIMES) {
      try {
        return Optional.of(LocalDateTime.parse(text, format).atZone(BEIJING).toInstant());
      } catch (DateTimeException e) {
        // the next
      }
    }
    for (DateTimeFormatter format : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text, format).atTime(12, 0).atZone(BEIJING).toInstant());
      } catch (DateTimeException e) {
        // the next
      }
    }
    return Optional.empty();
  }

  /** {@code 2026-11-03 10:22:05} at once: files of telephone systems have millions of them. */
  private static Optional<Instant> usual(String text) {
    if (text.length() != "2026-11-03 10:22:05".length()
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != ' '
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return Optional.empty();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    boolean sound =
        year >= 1992 // since then Beijing's clock is eight hours before the world's, always
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= LocalDate.of(year, month, 1).lengthOfMonth()
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second < 60;
    return sound
        ? Optional.of(
            Instant.ofEpochSecond(
                LocalDate.of(year, month, day).toEpochDay() * 86_400L
                    + hour * 3_600L
                    + minute * 60L
                    + second
                    - EIGHT_HOURS))
        : Optional.empty();
  }

  /** The digits there; -1 where there is anything else. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private static Optional<Instant> zoned(String text) {
    if (!text.endsWith("Z") && text.lastIndexOf('+') < 11) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
