package io.tidemark.training;

import io.tidemark.find.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which words follow which more often than chance, the most telling pairs only. */
final class Followers {
  private final Map<Long, Integer> counts = new HashMap<>();
  private final double[] heads;
  private final double[] kinds;
  private final double[] chance;

  /**
   * @param chance the probability of each entry as a word
   */
  Followers(double[] chance) {
    this.chance = chance;
    heads = new double[chance.length];
    kinds = new double[chance.length];
  }

  void add(int word, int follower, int count) {
    counts.merge((long) word << 32 | follower, count, Integer::sum);
  }

  /** The gains of the {@code kept} pairs without which most would be lost (Stolcke 1998). */
  Kept kept(int kept) {
    counts.forEach(
        (pair, count) -> {
          heads[(int) (pair >> 32)] += count;
          kinds[(int) (pair >> 32)]++;
        });
    long[] pairs = new long[counts.size()];
    double[] loss = new double[counts.size()];
    int n = 0;
    for (Map.Entry<Long, Integer> each : counts.entrySet()) {
      pairs[n] = each.getKey();
      loss[n++] = -each.getValue() * (gain(each.getKey()) - otherwise((int) (each.getKey() >> 32)));
    }
    double[] sorted = loss.clone();
    Arrays.sort(sorted);
    double least = sorted[Math.min(kept, sorted.length) - 1];
    long[] best = new long[n];
    int m = 0;
    for (int i = 0; i < n; i++) {
      if (loss[i] <= least) {
        best[m++] = pairs[i];
      }
    }
    return table(Arrays.copyOf(best, m));
  }

  private Kept table(long[] pairs) {
    Arrays.sort(pairs);
    int size = chance.length;
    int[][] followers = new int[size][];
    byte[][] gains = new byte[size][];
    byte[] otherwise = new byte[size];
    int at = 0;
    for (int head = 0; head < size; head++) {
      int from = at;
      while (at < pairs.length && (int) (pairs[at] >> 32) == head) {
        at++;
      }
      followers[head] = new int[at - from];
      gains[head] = new byte[at - from];
      for (int k = from; k < at; k++) {
        followers[head][k - from] = (int) pairs[k];
        gains[head][k - from] = Costs.gain(Math.exp(gain(pairs[k])));
      }
      otherwise[head] = Costs.gain(Math.exp(otherwise(head)));
    }
    return new Kept(followers, gains, otherwise);
  }

  /** After Witten and Bell (1991). */
  private double gain(long pair) {
    int head = (int) (pair >> 32);
    double expected = chance[(int) pair];
    double count = counts.getOrDefault(pair, 0);
    return Math.log((count + kinds[head] * expected) / (heads[head] + kinds[head]) / expected);
  }

  private double otherwise(int head) {
    return heads[head] == 0 ? 0 : Math.log(kinds[head] / (heads[head] + kinds[head]));
  }

  /** What is kept, as {@link LexiconFile} has it. */
  record Kept(int[][] followers, byte[][] gains, byte[] otherwise) {}
}
