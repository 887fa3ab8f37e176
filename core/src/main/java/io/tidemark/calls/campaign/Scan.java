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

  /**
   * The blocks that stand out, none within another, the surest first.
   *
   * @param wrong how many blocks found by chance are put up with, expected in all
   */
  List<Block> found(double wrong) {
    List<Block> candidates = new ArrayList<>();
    for (int dropped : DROPPED) {
      level(dropped, candidates);
    }
    double logMost = Math.log(wrong) - Math.log(Math.max(1, tests));
    List<Block> found = new ArrayList<>();
    candidates.stream()
        .filter(block -> block.logChance() <= logMost)
        .sorted(Comparator.comparingDouble(Block::logChance).thenComparing(Block::from))
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
      if (calls * Math.log(shares[w]) < LOG_LEAST) {
        tests++;
        double log = BinomialTail.log(calls, within[w], shares[w]);
        if (log < LOG_LEAST) {
          out.add(new Block(from, to, calls, within[w], w, log));
        }
      }
    }
  }

  /**
   * What is likelier by chance than this is never reported, and who calls too little not tested.
   */
  private static final double LOG_LEAST = Math.log(1e-5);
}
