package io.tidemark.calls.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks through single numbers and blocks of 10, 100, 1,000 and 10,000 numbers for those whose
 * calls fall before the end of cover more often than everybody's: a scan over the tree of numbers
 * (Kulldorff, Fang and Walsh, A tree-based scan statistic for database disease surveillance,
 * Biometrics 59, 2003), with exact tails instead of simulated ones. What is found is held against
 * the number of tests made, so that of all that is reported about {@code wrong} are.
 */
final class Scan {
  private static final int[] DROPPED = {0, 1, 2, 3, 4};

  private final Tallies tallies;
  private final long[] numbers;
  private final double[] shares;
  private long tests;

  Scan(Tallies tallies) {
    this.tallies = tallies;
    this.numbers = tallies.sorted();
    this.shares = new double[Tallies.WINDOWS.length];
    for (int w = 0; w < shares.length; w++) {
      shares[w] = tallies.share(w);
    }
  }

  /** The numbers that were looked at, ascending. */
  long[] numbers() {
    return numbers;
  }

  /** How many tests were made that could have found anything. */
  long tests() {
    return tests;
  }

  /** All blocks that may stand out; {@link #tests} counts from here on. */
  List<Block> candidates() {
    List<Block> candidates = new ArrayList<>();
    for (int dropped : DROPPED) {
      level(dropped, candidates);
    }
    return candidates;
  }

  /** Those of them that are surer than this, none within another, the surest first. */
  static List<Block> apart(List<Block> candidates, double logMost) {
    List<Block> found = new ArrayList<>();
    candidates.stream()
        .filter(block -> block.tail().logChance() <= logMost)
        .sorted(
            Comparator.comparingDouble((Block block) -> block.tail().logChance())
                .thenComparing(Block::from))
        .forEach(
            block -> {
              if (found.stream().noneMatch(block::overlaps)) {
                found.add(block);
              }
            });
    return found;
  }

  private void level(int dropped, List<Block> out) {
    long width = 1;
    for (int i = 0; i < dropped; i++) {
      width *= 10;
    }
    int from = 0;
    while (from < numbers.length) {
      long block = numbers[from] / width;
      int to = from;
      int calls = 0;
      int[] within = new int[shares.length];
      while (to < numbers.length && numbers[to] / width == block) {
        calls += tallies.calls(numbers[to]);
        for (int w = 0; w < within.length; w++) {
          within[w] += tallies.within(numbers[to], w);
        }
        to++;
      }
      if (dropped == 0 || to - from > 1) {
        test(from, to, calls, within, out);
      }
      from = to;
    }
  }

  private void test(int from, int to, int calls, int[] within, List<Block> out) {
    for (int w = 0; w < within.length; w++) {
      if (Tail.canTell(calls, shares[w])) {
        tests++;
        Tail tail = Tail.of(calls, within[w], w, shares[w]);
        if (tail.tells()) {
          out.add(new Block(from, to, tail));
        }
      }
    }
  }
}
