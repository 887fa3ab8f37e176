package io.tidemark.calls.campaign;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Of each calling number, how many people in custody it called, and of how many of them the first
 * call fell into the weeks before the end of cover. Somebody who is called again and again counts
 * once: the calls of friends are not independent. No objects, since an operator's month has
 * millions of numbers: up to 48 bytes a number and 27 a pair of numbers. Not thread-safe.
 */
public final class Tallies {
  /** The widths of the windows that are tested, in days before the end of cover. */
  static final int[] WINDOWS = {30, 60, 90};

  private static final int MANY = 5_000;
  private static final double YEAR = 365;
  private static final int WIDTH = WINDOWS.length + 1;

  private long[] callers = new long[1 << 12];
  private int[] counts = new int[callers.length * WIDTH];
  private int size;
  private long[] pairs = new long[1 << 13];
  private int paired;
  private final long[] all = new long[WIDTH];

  /**
   * A call to somebody in custody whose end of cover is known.
   *
   * @param caller a {@link CallingNumber}
   * @param person the called person's number
   * @param daysLeft days of cover left, 0 on the last day; negative when it has ended
   */
  public void add(long caller, int person, int daysLeft) {
    if (!first(caller, person)) {
      return;
    }
    int at = place(callers, caller);
    if (callers[at] == 0) {
      if (size * 3L > callers.length * 2L) {
        grow();
        at = place(callers, caller);
      }
      callers[at] = caller;
      size++;
    }
    count(at * WIDTH, daysLeft);
  }

  /** Whether this number never called this person before, told apart by 64 bits of both. */
  private boolean first(long caller, int person) {
    long pair = mixed(mixed(caller) + person) | 1;
    int at = place(pairs, pair);
    if (pairs[at] != 0) {
      return false;
    }
    pairs[at] = pair;
    paired++;
    if (paired * 3L > pairs.length * 2L) {
      long[] larger = new long[pairs.length * 2];
      for (long one : pairs) {
        if (one != 0) {
          larger[place(larger, one)] = one;
        }
      }
      pairs = larger;
    }
    return true;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private void count(int base, int daysLeft) {
    counts[base]++;
    all[0]++;
    for (int w = 0; w < WINDOWS.length; w++) {
      if (daysLeft >= 0 && daysLeft < WINDOWS[w]) {
        counts[base + 1 + w]++;
        all[1 + w]++;
      }
    }
  }

  private static int place(long[] table, long key) {
    int mask = table.length - 1;
    int at = (int) (mixed(key) >>> 32) & mask;
    while (table[at] != 0 && table[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] larger = new long[callers.length * 2];
    int[] moved = new int[larger.length * WIDTH];
    for (int i = 0; i < callers.length; i++) {
      if (callers[i] != 0) {
        int at = place(larger, callers[i]);
        larger[at] = callers[i];
        System.arraycopy(counts, i * WIDTH, moved, at * WIDTH, WIDTH);
      }
    }
    callers = larger;
    counts = moved;
  }

  /** How many numbers called. */
  public int callers() {
    return size;
  }

  /** How many calls were counted. */
  public long calls() {
    return all[0];
  }

  /**
   * The share of everybody's calls that falls into this window: of the calls themselves where they
   * are many, else as the days of the year have it, since what few people report is mostly what
   * they suspect.
   */
  double share(int window) {
    return all[0] < MANY ? WINDOWS[window] / YEAR : (double) all[1 + window] / all[0];
  }

  /** The numbers that called, ascending. */
  long[] sorted() {
    long[] sorted = LongStream.of(callers).filter(caller -> caller != 0).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many calls of this number were counted. */
  int calls(long caller) {
    return counts[place(callers, caller) * WIDTH];
  }

  /** How many of them fell into this window. */
  int within(long caller, int window) {
    return counts[place(callers, caller) * WIDTH + 1 + window];
  }
}
