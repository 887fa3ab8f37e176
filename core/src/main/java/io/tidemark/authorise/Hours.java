package io.tidemark.authorise;

import java.time.LocalTime;

/**
 * The hours of a day in China at which a grant can be used; past midnight where {@code to} lies
 * before {@code from}.
 *
 * @param from the first minute
 * @param to the first minute after it
 */
public record Hours(LocalTime from, LocalTime to) {
  /** Refuses an empty span with {@link IllegalArgumentException}. */
  public Hours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("hours begin and end at different times");
    }
  }

  /** Whether {@code time} lies within. */
  public boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean open = time.isBefore(to);
    return from.isBefore(to) ? begun && open : begun || open;
  }

  /** As settings files write it: {@code 08:00-20:00}. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
