package io.tidemark.classify;

import io.tidemark.terms.FieldClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Tells a table's date columns apart: inception and expiry lie a year from each other in most rows,
 * a first registration lies before them; a date column alone is taken for the expiry when its days
 * lie around today, which is what renewal callers buy.
 */
final class DateRoles {
  private static final double PAIRED_AT_LEAST = 0.6;
  private static final double PAIRED = 0.9;
  private static final double EARLIER = 0.75;
  private static final double ALONE = 0.5;
  private static final double UNLIKELY = 0.15;
  private static final long ABOUT_NOW = 430;
  private static final long OLDEST_VEHICLE = 25 * 365;

  private final LocalDate today;

  DateRoles(LocalDate today) {
    this.today = today;
  }

  void assign(List<ColumnProfile> columns) {
    List<ColumnProfile> dates = columns.stream().filter(ColumnProfile::holdsDates).toList();
    dates.forEach(column -> spread(column, UNLIKELY));
    List<ColumnProfile> left = new ArrayList<>(dates);
    boolean paired = assignPair(dates, left);
    left.forEach(column -> assignAlone(column, paired));
  }

  private static boolean assignPair(List<ColumnProfile> dates, List<ColumnProfile> left) {
    double best = 0;
    for (ColumnProfile from : dates) {
      for (ColumnProfile to : dates) {
        double share = yearApart(from, to);
        if (share >= PAIRED_AT_LEAST && share > best) {
          best = share;
          left.clear();
          left.addAll(dates);
          left.remove(from);
          left.remove(to);
          dates.forEach(column -> spread(column, UNLIKELY));
          from.trust(FieldClass.INCEPTION, PAIRED * share * from.datePurity());
          to.trust(FieldClass.EXPIRY, PAIRED * share * to.datePurity());
        }
      }
    }
    return best > 0;
  }

  private void assignAlone(ColumnProfile column, boolean besidesPair) {
    long middle = median(column);
    if (Math.abs(middle) <= ABOUT_NOW && !besidesPair && narrow(column)) {
      column.trust(FieldClass.EXPIRY, ALONE * column.datePurity());
    } else if (middle < 0 && middle > -OLDEST_VEHICLE) {
      double trust = besidesPair ? EARLIER : ALONE;
      column.trust(FieldClass.FIRST_REGISTRATION, trust * column.datePurity());
    }
  }

  private static void spread(ColumnProfile column, double trust) {
    for (FieldClass role :
        List.of(FieldClass.INCEPTION, FieldClass.EXPIRY, FieldClass.FIRST_REGISTRATION)) {
      column.trust(role, trust * column.datePurity());
    }
  }

  /** The share of rows with both dates in which {@code to} lies a year after {@code from}. */
  private static double yearApart(ColumnProfile from, ColumnProfile to) {
    int rows = Math.min(from.values().size(), to.values().size());
    long both = 0;
    long year = 0;
    for (int row = 0; row < rows; row++) {
      OptionalLong start = day(from.values().get(row));
      OptionalLong end = day(to.values().get(row));
      if (start.isPresent() && end.isPresent()) {
        long days = end.getAsLong() - start.getAsLong();
        both++;
        year += days >= 363 && days <= 367 ? 1 : 0;
      }
    }
    return both == 0 ? 0 : (double) year / both;
  }

  private boolean narrow(ColumnProfile column) {
    long[] days = days(column);
    long near = LongStream.of(days).filter(day -> Math.abs(day) <= ABOUT_NOW).count();
    return near >= 0.9 * days.length;
  }

  /** Days from today. */
  private long median(ColumnProfile column) {
    long[] days = days(column);
    return days[days.length / 2];
  }

  private long[] days(ColumnProfile column) {
    return column.values().stream()
        .map(DateRoles::day)
        .flatMapToLong(OptionalLong::stream)
        .map(day -> day - today.toEpochDay())
        .sorted()
        .toArray();
  }

  private static OptionalLong day(String value) {
    return Likeness.date(value)
        ? OptionalLong.of(LocalDate.parse(CalendarDate.read(value).text()).toEpochDay())
        : OptionalLong.empty();
  }
}
