package io.tidemark.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The calendar and the clock by which grants, delegations and policies are dated. */
public final class China {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

  private China() {}

  /** The day there. */
  public static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  /** The time of day there. */
  public static LocalTime time(Instant now) {
    return LocalTime.ofInstant(now, ZONE);
  }

  /** Day and minute there, such as {@code 2026-11-30 18:05}. */
  public static String minute(Instant now) {
    return MINUTE.format(now);
  }

  /** The first instant of the day after {@code last}. */
  public static Instant endOf(LocalDate last) {
    return last.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
