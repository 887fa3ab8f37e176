package io.tidemark.calls.campaign;

import java.util.List;

/**
 * Calling numbers that work from one list, as far as can be seen.
 *
 * @param callers {@link CallingNumber}s, ascending
 * @param calls how many people in custody the tested numbers called: all that begin alike or speak
 *     alike, also those that were left out of {@code callers} because they behave as everybody
 *     does. Of several tests it is the surest
 * @param within how many of these calls fell into the window
 * @param window the window, in days before the end of cover
 * @param share the share of everybody's calls that falls into the window
 * @param logChance the natural logarithm of the exact chance that so many of their calls do
 * @param tests how many tests were made that could have found anything
 * @param people how many people in custody they called
 * @param firstDay the day of the first call, counted from 1970-01-01
 * @param lastDay that of the last
 * @param parts the groups of {@link Campaigns#group} that it was put together from
 */
public record Campaign(
    List<Long> callers,
    int calls,
    int within,
    int window,
    double share,
    double logChance,
    long tests,
    int people,
    int firstDay,
    int lastDay,
    List<Integer> parts) {
  /** Copies the lists. */
  public Campaign {
    callers = List.copyOf(callers);
    parts = List.copyOf(parts);
  }

  /** {@code logChance}, computed again: the same on every machine, to the last bit. */
  public double logChanceAgain() {
    return BinomialTail.log(calls, within, share);
  }

  /**
   * The natural logarithm of the number of groups by chance of which one like this is expected
   * among all that were tested.
   */
  public double logExpected() {
    return logChance + Math.log(Math.max(1, tests));
  }
}
