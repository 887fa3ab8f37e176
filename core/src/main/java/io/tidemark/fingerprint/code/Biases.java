package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * How likely each spelling of a carrier is at one position, in parts of 65,536, drawn from the
 * position's {@link Seed} by gaps between distinct random cuts: exact, no rounding, each weight at
 * least 1. Immutable by use: the array is not handed out.
 *
 * <p>A position is <em>even</em>: a Dirichlet distribution that tells much from a few rows. Of
 * addresses and models, which hardly any list of customers is without, one position of eight is
 * <em>steep</em>: of each of its carriers one spelling has nine tenths. Many who compare copies and
 * blank every value in which they differ are left with what all of them hold, and that is hardly
 * ever anything but the likely spelling of a steep position: it speaks for each of them a little,
 * and against everybody who has another one there. A code against many colluders needs such
 * positions (Tardos 2003, section 2: most biases near 0 and 1). What the numbers are worth is
 * measured in docs/decisions/0014-steep-positions.md.
 */
public final class Biases {
  /** The sum of the weights of one carrier. */
  public static final int WHOLE = 1 << 16;

  /** Seeds whose first byte is below this are steep: 32 of 256. */
  private static final int STEEP = 32;

  /** The fields that have steep positions. */
  private static final Set<FieldClass> COLLUDED = EnumSet.of(FieldClass.ADDRESS, FieldClass.MODEL);

  /** What a steep position leaves to all spellings but the likely one. */
  private static final int REST = WHOLE / 10;

  /** Gaps that make one weight of an address or model: the parameter of the distribution. */
  private static final int GAPS = 2;

  /** The same elsewhere: evener, for all who compare lists have addresses or models in them. */
  private static final int EVENER_GAPS = 4;

  private final int[] cuts;

  private Biases(int[] cuts) {
    this.cuts = cuts;
  }

  /** Draws the biases of {@code carrier} from the seed of its position. */
  public static Biases draw(Seed seed, Carrier carrier) {
    if (!COLLUDED.contains(carrier.field())) {
      return even(seed, carrier, EVENER_GAPS);
    }
    return isSteep(seed) ? steep(seed, carrier) : even(seed, carrier, GAPS);
  }

  /** Whether an address or model with this seed has one likely spelling for each carrier. */
  static boolean isSteep(Seed seed) {
    return seed.at(0) < STEEP;
  }

  private static Biases even(Seed seed, Carrier carrier, int gaps) {
    int[] all = cuts(seed, carrier, gaps * carrier.spellings() - 1, WHOLE);
    int[] cuts = new int[carrier.spellings()];
    for (int s = 0; s < cuts.length; s++) {
      cuts[s] = all[gaps * s + gaps - 1];
    }
    return new Biases(cuts);
  }

  /** The other spellings share the rest by Dirichlet(1). */
  private static Biases steep(Seed seed, Carrier carrier) {
    int others = carrier.spellings() - 1;
    int likely = seed.at(1 + carrier.lane()) % carrier.spellings();
    int[] shares = cuts(seed, carrier, others - 1, REST);
    int[] cuts = new int[others + 1];
    int sum = 0;
    for (int s = 0, other = 0; s <= others; s++) {
      sum += s == likely ? WHOLE - REST : shares[other] - (other == 0 ? 0 : shares[other - 1]);
      other += s == likely ? 0 : 1;
      cuts[s] = sum;
    }
    return new Biases(cuts);
  }

  /** So many distinct cuts of 1 to {@code whole} - 1 in ascending order, then {@code whole}. */
  private static int[] cuts(Seed seed, Carrier carrier, int wanted, int whole) {
    int[] cuts = new int[wanted + 1];
    int drawn = 0;
    MessageDigest sha = Digest.newSha256();
    byte[] drawnFrom = Arrays.copyOf(seed.bytes(), Position.SIZE + 3);
    drawnFrom[Position.SIZE] = (byte) carrier.lane();
    drawnFrom[Position.SIZE + 1] = (byte) carrier.spellings();
    for (int block = 0; drawn < wanted; block++) {
      drawnFrom[Position.SIZE + 2] = (byte) block;
      byte[] numbers = sha.digest(drawnFrom);
      for (int i = 0; i + 1 < numbers.length && drawn < wanted; i += 2) {
        int cut = (((numbers[i] & 0xff) << 8 | (numbers[i + 1] & 0xff)) * whole) >>> 16;
        if (cut != 0 && added(cuts, drawn, cut)) {
          drawn++;
        }
      }
    }
    cuts[wanted] = whole;
    return cuts;
  }

  /** Puts a cut into its place among those that were drawn; false where it stands already. */
  private static boolean added(int[] cuts, int drawn, int cut) {
    int place = drawn;
    while (place > 0 && cuts[place - 1] > cut) {
      place--;
    }
    if (place > 0 && cuts[place - 1] == cut) {
      return false;
    }
    System.arraycopy(cuts, place, cuts, place + 1, drawn - place);
    cuts[place] = cut;
    return true;
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
