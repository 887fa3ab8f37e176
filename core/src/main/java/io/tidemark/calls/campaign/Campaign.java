package io.tidemark.calls.campaign;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Calling numbers that work from one list, as far as can be seen.
 *
 * @param callers {@link CallingNumber}s, ascending
 * @param calls how many calls they made to people in custody
 * @param within how many of these fell into the window
 * @param window the window, in days before the end of cover
 * @param share the share of everybody's calls that falls into the window
 * @param logChance the natural logarithm of the exact chance that so many of their calls do
 * @param logExpected the same for the number of groups by chance of which one like this is expected
 *     among all that were tested
 * @param people whom they called
 * @param firstDay the day of the first call, counted from 1970-01-01
 * @param lastDay that of the last
 */
public record Campaign(
    List<Long> callers,
    int calls,
    int within,
    int window,
    double share,
    double logChance,
    double logExpected,
    RoaringBitmap people,
    int firstDay,
    int lastDay) {
  /** Copies the list. */
  public Campaign {
    callers = List.copyOf(callers);
  }
}
