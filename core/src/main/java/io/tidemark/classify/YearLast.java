package io.tidemark.classify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date written with its year last, such as 01/11/2026: which of the first two numbers is the day
 * is a habit of countries and programs.
 *
 * @param behind what follows the date: nothing, or a time of day
 */
record YearLast(int first, int second, int year, String behind) {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})((?:[ T].*)?)");

  /** Reads a folded text. */
  static Optional<YearLast> of(String text) {
    Matcher date = WRITTEN.matcher(text);
    return date.matches()
        ? Optional.of(
            new YearLast(
                Integer.parseInt(date.group(1)),
                Integer.parseInt(date.group(3)),
                Integer.parseInt(date.group(4)),
                date.group(5)))
        : Optional.empty();
  }

  int day(DateOrder order) {
    return order == DateOrder.DAY_FIRST ? first : second;
  }

  int month(DateOrder order) {
    return order == DateOrder.DAY_FIRST ? second : first;
  }

  /** Whether the calendar has the day that this order reads. */
  boolean possible(DateOrder order) {
    return CalendarDate.exists(year, month(order), day(order));
  }

  /** The order that alone is possible, when the other one is not. */
  Optional<DateOrder> order() {
    boolean dayFirst = possible(DateOrder.DAY_FIRST);
    boolean monthFirst = possible(DateOrder.MONTH_FIRST);
    return dayFirst == monthFirst
        ? Optional.empty()
        : Optional.of(dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
  }
}
