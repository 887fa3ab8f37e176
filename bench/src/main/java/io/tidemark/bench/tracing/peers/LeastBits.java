package io.tidemark.bench.tracing.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Fingerprints in least significant bits. Agrawal and Kiernan, Watermarking Relational Databases
 * (VLDB 2002), select a row with primary key P where {@code F(K, P) mod gamma = 0} and hide a bit
 * in the last bit of a number; Li, Swarup and Jajodia, Fingerprinting Relational Databases: Schemes
 * and Specialties (IEEE TDSC 2(1), 2005), give each recipient a fingerprint f of L bits and write
 * {@code f[S1 mod L] xor mask}, where S1 and the mask come from {@code F(K, P)}. Detection takes a
 * majority vote for each bit of f; a bit without majority stays unknown.
 *
 * <p>With n bits read, a recipient is accused when it agrees in so many, t, that the chance of a
 * false hit on any of N stays below alpha: {@code N P(Bin(n, 1/2) >= t) <= alpha} (the bound of
 * section 4 of 2005, with the best agreement in the place of a whole one). The mark stands in the
 * premium, whose last digit everybody's contract states: Tidemark never touches it.
 *
 * @param seed decides keys and fingerprints
 * @param bits L
 * @param gamma one row in so many is marked
 * @param recipients N
 * @param alpha the chance of accusing anybody wrongly
 */
public record LeastBits(long seed, int bits, int gamma, int recipients, double alpha) {
  private static final int UNKNOWN = -1;

  /** The bit that this recipient's copy shows in this row, or -1 where the row is not marked. */
  public int shown(int recipient, int row) {
    long draw = draw(row);
    return marked(draw) ? fingerprint(recipient, place(draw)) ^ mask(draw) : UNKNOWN;
  }

  /** What colluders show who take the bit that most of them have; of equals any. */
  public int majority(List<Integer> colluders, int row) {
    int ones = 0;
    for (int colluder : colluders) {
      int bit = shown(colluder, row);
      if (bit == UNKNOWN) {
        return UNKNOWN;
      }
      ones += bit;
    }
    int twice = 2 * ones - colluders.size();
    return twice == 0 ? (int) (draw(row) >>> 5 & 1) : twice > 0 ? 1 : 0;
  }

  /**
   * The recipients that are accused.
   *
   * @param rows the leaked rows' numbers
   * @param leaked the last bit of each, in their order
   */
  public List<Integer> accused(int[] rows, int[] leaked) {
    int[] votes = new int[bits];
    for (int i = 0; i < rows.length; i++) {
      long draw = draw(rows[i]);
      if (marked(draw)) {
        votes[place(draw)] += (leaked[i] ^ mask(draw)) == 1 ? 1 : -1;
      }
    }
    int read = 0;
    for (int vote : votes) {
      read += vote == 0 ? 0 : 1;
    }
    int threshold = threshold(read);
    List<Integer> accused = new ArrayList<>();
    for (int recipient = 0; recipient < recipients; recipient++) {
      if (agreement(recipient, votes) >= threshold) {
        accused.add(recipient);
      }
    }
    return accused;
  }

  private int agreement(int recipient, int[] votes) {
    int agreeing = 0;
    for (int bit = 0; bit < bits; bit++) {
      agreeing += votes[bit] != 0 && votes[bit] > 0 == (fingerprint(recipient, bit) == 1) ? 1 : 0;
    }
    return agreeing;
  }

  /** The least agreement that accuses when so many bits were read; beyond them when none does. */
  int threshold(int read) {
    BinomialDistribution chance = BinomialDistribution.of(read, 0.5);
    int least = read + 1;
    while (least > 0 && recipients * chance.survivalProbability(least - 2) <= alpha) {
      least--;
    }
    return least;
  }

  private long draw(int row) {
    return new SplittableRandom(seed * 1_000_003 + row).nextLong();
  }

  private boolean marked(long draw) {
    return Long.remainderUnsigned(draw >>> 40, gamma) == 0;
  }

  private int place(long draw) {
    return (int) ((draw >>> 8 & 0xffff_ffffL) % bits);
  }

  private static int mask(long draw) {
    return (int) (draw & 1);
  }

  private int fingerprint(int recipient, int bit) {
    return new SplittableRandom(~seed * 7_368_787 + (long) recipient * bits + bit).nextInt() & 1;
  }
}
