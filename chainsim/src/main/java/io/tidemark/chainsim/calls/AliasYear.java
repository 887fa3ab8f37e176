package io.tidemark.chainsim.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A pool of alias numbers and who rings it in a year without any leak: callers who call one line,
 * machines that call many at random, and machines that dial batches in the order of their numbers.
 * On the mean a line rings once in 8.42 days (Prasad, Bouma-Sims, Mylappan and Reaves, Who's
 * Calling? Characterizing Robocalls through Audio and Metadata Analysis, USENIX Security 2020).
 * Deterministic.
 */
public final class AliasYear {
  /** Days between two unasked calls to one line. */
  public static final double DAYS_BETWEEN = 8.42;

  private static final double KEPT_BACK = .05;
  private static final double SINGLE = .5;
  private static final double AT_RANDOM = .3;

  private final int batches;
  private final int inBatch;
  private final int[] holder;
  private final int[][] lines;
  private final SplittableRandom random;

  /**
   * A pool.
   *
   * @param aliases how many numbers were given
   * @param batches in how many batches they came
   * @param sizes how many of them each party was given; the last takes what is left
   */
  public AliasYear(long seed, int aliases, int batches, int[] sizes) {
    this.random = new SplittableRandom(seed);
    this.batches = batches;
    this.inBatch = (int) Math.ceil(aliases / (1 - KEPT_BACK) / batches);
    this.holder = new int[batches * inBatch];
    this.lines = new int[sizes.length][];
    Arrays.fill(holder, -1);
    int line = 0;
    int given = 0;
    for (int party = 0; party < sizes.length; party++) {
      int left = aliases - given;
      int wanted = party == sizes.length - 1 ? left : Math.min(sizes[party], left);
      for (int i = 0; i < wanted && line < holder.length; line++) {
        if (random.nextDouble() >= KEPT_BACK) {
          holder[line] = party;
          given++;
          i++;
        }
      }
    }
    shuffleBatches();
    for (int party = 0; party < sizes.length; party++) {
      int of = party;
      lines[party] = IntStream.range(0, holder.length).filter(i -> holder[i] == of).toArray();
    }
  }

  /** Each batch was shuffled before its numbers were given: who holds which says nothing. */
  private void shuffleBatches() {
    for (int batch = 0; batch < batches; batch++) {
      int from = batch * inBatch;
      for (int i = inBatch - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = holder[from + i];
        holder[from + i] = holder[from + j];
        holder[from + j] = kept;
      }
    }
  }

  /** How many lines there are, those that were never given among them. */
  public int lines() {
    return holder.length;
  }

  /** How many lines a batch has. */
  public int inBatch() {
    return inBatch;
  }

  /** Who was given a line, or -1. */
  public int holder(int line) {
    return holder[line];
  }

  /** The lines of a party. */
  public int[] linesOf(int party) {
    return lines[party].clone();
  }

  /**
   * The lines that the next caller of the year rings, each once, in their order. Callers are drawn
   * so that of all calls half are of those that call one line, three tenths at random, a fifth in
   * order.
   */
  public int[] caller() {
    double many = manyMean();
    double inOrder = orderMean();
    double singles = SINGLE;
    double atRandom = AT_RANDOM / many;
    double ordered = (1 - SINGLE - AT_RANDOM) / inOrder;
    double kind = random.nextDouble() * (singles + atRandom + ordered);
    if (kind < singles) {
      return new int[] {random.nextInt(holder.length)};
    }
    if (kind < singles + atRandom) {
      return distinct((int) (2 * Math.pow(1_000, random.nextDouble())));
    }
    int calls = (int) (50 * Math.pow(200, random.nextDouble()));
    int begin = random.nextInt(batches) * inBatch + random.nextInt(inBatch);
    int step = 1 + random.nextInt(3);
    List<Integer> rung = new ArrayList<>();
    for (int i = begin; i < holder.length && rung.size() < calls; i += step) {
      rung.add(i);
    }
    return rung.stream().mapToInt(i -> i).toArray();
  }

  private static double manyMean() {
    return 2 * (1_000 - 1) / Math.log(1_000);
  }

  private static double orderMean() {
    return 50 * (200 - 1) / Math.log(200);
  }

  private int[] distinct(int many) {
    return random.ints(0, holder.length).distinct().limit(many).toArray();
  }

  /** The lines in which somebody dials a leaked list of so many of a party's numbers. */
  public int[] leaked(int party, int many) {
    int[] own = linesOf(party);
    for (int i = own.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = own[i];
      own[i] = own[j];
      own[j] = kept;
    }
    int[] list = new int[Math.min(many, own.length)];
    System.arraycopy(own, 0, list, 0, list.length);
    return list;
  }
}
