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
