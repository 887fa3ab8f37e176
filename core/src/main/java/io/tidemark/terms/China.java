package io.tidemark.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The calendar and the clock by which grants, delegations and policies are dated. */
public final class China {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private China() {}

  /** The day there. */
  public static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  /** The time of day there. */
  public static LocalTime time(Instant now) {
    return LocalTime.ofInstant(now, ZONE);
  }

  /** The first instant of the day after {@code last}. */
  public static Instant endOf(LocalDate last) {
    return last.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
