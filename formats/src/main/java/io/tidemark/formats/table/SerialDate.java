package io.tidemark.formats.table;

import io.tidemark.terms.FieldClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A spreadsheet's day number as an ISO date (ECMA-376 part 1, 18.17.4.1). Day 1 is 1 January 1900,
 * and day 60 is 29 February 1900, which never was; or the days are counted from 1 January 1904.
 */
final class SerialDate {
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final int LAST_DAY = 2_958_465;
  private static final int SECONDS_A_DAY = 86_400;
  private static final Pattern FIVE_DIGITS = Pattern.compile("[2-7][0-9]{4}");
  private static final DateTimeFormatter WITH_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private SerialDate() {}

  /** The date, with the time of day when there is one; empty when it is no date. */
  static Optional<String> iso(BigDecimal serial, boolean from1904) {
    if (serial.signum() <= 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
      return Optional.empty();
    }
    int day = serial.intValue();
    long seconds =
        serial
            .subtract(BigDecimal.valueOf(day))
            .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    if (!from1904 && (day == 0 || day == 60)) {
      return Optional.empty();
    }
    LocalDateTime moment = date(day, from1904).atStartOfDay().plusSeconds(seconds);
    return Optional.of(
        seconds % SECONDS_A_DAY == 0 ? moment.toLocalDate().toString() : WITH_TIME.format(moment));
  }

  private static LocalDate date(int day, boolean from1904) {
    if (from1904) {
      return EPOCH_1904.plusDays(day);
    }
    return EPOCH_1900.plusDays(day < 60 ? day + 1 : day);
  }

  /** The date of a bare number between 1954 and 2119, such as 46357. */
  static Optional<String> unformatted(String text) {
    return FIVE_DIGITS.matcher(text).matches()
        ? iso(new BigDecimal(text), false)
        : Optional.empty();
  }

  static boolean isDate(FieldClass field) {
    return switch (field) {
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> true;
      default -> false;
    };
  }
}
