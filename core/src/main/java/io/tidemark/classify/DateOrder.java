package io.tidemark.classify;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which number of a date that ends with its year is the day. One date such as 25/11/2026 tells it
 * for all dates of its column, since one program wrote them all; 01/11/2026 alone may be 1 November
 * or 11 January, and is never guessed.
 */
public enum DateOrder {
  /** 25/11/2026. */
  DAY_FIRST,
  /** 11/25/2026, as American spreadsheets show dates. */
  MONTH_FIRST;

  /**
   * The order in which the dates of a column are written.
   *
   * @param column some or all of its cells; what is no such date counts nothing
   * @return empty when no date tells the order, or when they contradict each other
   */
  public static Optional<DateOrder> of(List<PersonalText> column) {
    Set<DateOrder> told = EnumSet.noneOf(DateOrder.class);
    for (PersonalText cell : column) {
      YearLast.of(CalendarDate.folded(text(cell))).flatMap(YearLast::order).ifPresent(told::add);
    }
    return told.size() == 1 ? Optional.of(told.iterator().next()) : Optional.empty();
  }

  /**
   * The cell with its date as ISO 8601 writes it, and the time of day behind it, if any. A cell
   * that holds no date of this order is returned itself.
   */
  public PersonalText iso(PersonalText cell) {
    return YearLast.of(CalendarDate.folded(text(cell)))
        .filter(date -> date.possible(this))
        .map(date -> PersonalText.of(iso(date)))
        .orElse(cell);
  }

  private String iso(YearLast date) {
    return CalendarDate.iso(date.year(), date.month(this), date.day(this)) + date.behind();
  }

  private static String text(PersonalText cell) {
    return cell.reveal(Reveal.CLASSIFY);
  }
}
