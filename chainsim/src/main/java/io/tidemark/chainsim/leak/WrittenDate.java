package io.tidemark.chainsim.leak;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as it stands in a cell; it may be a day that no calendar has. */
record WrittenDate(int year, int month, int day) {
  private static final Pattern WRITTEN =
      Pattern.compile("((?:19|20)\\d\\d)(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d\\d)(\\d\\d))");

  /** The day that spreadsheets count from: 1900-01-01 is 1, and they believe in 1900-02-29. */
  private static final LocalDate SPREADSHEET_ZERO = LocalDate.of(1899, 12, 30);

  static Optional<WrittenDate> read(String cell) {
    Matcher date = WRITTEN.matcher(Cleaning.folded(cell));
    if (!date.matches()) {
      return Optional.empty();
    }
    boolean compact = date.group(4) != null;
    return Optional.of(
        new WrittenDate(
            Integer.parseInt(date.group(1)),
            Integer.parseInt(date.group(compact ? 4 : 2)),
            Integer.parseInt(date.group(compact ? 5 : 3))));
  }

  /** By a pattern of {@link String#format} that takes year, month and day. */
  String as(String pattern) {
    return pattern.formatted(year, month, day);
  }

  /** The spreadsheet's number of it, where it is a day of the calendar. */
  Optional<String> serial() {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return Optional.of(String.valueOf(ChronoUnit.DAYS.between(SPREADSHEET_ZERO, date)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** The cell with its date written so; as it stands where it holds none. */
  static String written(String cell, String pattern) {
    return read(cell).map(date -> date.as(pattern)).orElse(cell);
  }
}
