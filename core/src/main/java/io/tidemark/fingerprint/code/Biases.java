package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.Digest;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * How likely each spelling of a carrier is at one position, in parts of 65,536: Dirichlet(1), drawn
 * from the position's {@link Seed} by gaps between distinct random cuts. Exact: no rounding, each
 * weight at least 1. Immutable by use: the array is not handed out.
 */
public final class Biases {
  /** The sum of the weights of one carrier. */
  public static final int WHOLE = 1 << 16;

  private final int[] cuts;

  private Biases(int[] cuts) {
    this.cuts = cuts;
  }

  /** Draws the biases of {@code carrier} from the seed of its position. */
  public static Biases draw(Seed seed, Carrier carrier) {
    int wanted = carrier.spellings() - 1;
    int[] cuts = new int[wanted + 1];
    int drawn = 0;
    MessageDigest sha = Digest.newSha256();
    for (int block = 0; drawn < wanted; block++) {
      sha.update(seed.bytes());
      sha.update((byte) carrier.lane());
      byte[] numbers = sha.digest(new byte[] {(byte) carrier.spellings(), (byte) block});
      for (int i = 0; i + 1 < numbers.length && drawn < wanted; i += 2) {
        int cut = (numbers[i] & 0xff) << 8 | (numbers[i + 1] & 0xff);
        if (cut != 0 && !contains(cuts, drawn, cut)) {
          cuts[drawn++] = cut;
        }
      }
    }
    cuts[wanted] = WHOLE;
    Arrays.sort(cuts);
    return new Biases(cuts);
  }

  private static boolean contains(int[] cuts, int drawn, int cut) {
    for (int i = 0; i < drawn; i++) {
      if (cuts[i] == cut) {
        return true;
      }
    }
    return false;
  }

  /** The weight of spelling {@code s}: 1 to 65,535. */
  public int weight(int s) {
    return s == 0 ? cuts[0] : cuts[s] - cuts[s - 1];
  }

  /** The probability that a recipient's symbol is one of the spellings in {@code mask}. */
  public double probability(int mask) {
    int sum = 0;
    for (int s = 0; s < cuts.length; s++) {
      if ((mask & (1 << s)) != 0) {
        sum += weight(s);
      }
    }
    return (double) sum / WHOLE;
  }

  /** The spelling that a uniform 16-bit number stands for. */
  public int spelling(int uniform) {
    int s = 0;
    while (uniform >= cuts[s]) {
      s++;
    }
    return s;
  }
}
