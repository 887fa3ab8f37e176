package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.LeakCondition;
import java.util.SplittableRandom;

/**
 * One leak of a list, played: which spellings its recipient has, which row leaks first, second and
 * so on, which values were rewritten, in which habit. Everything follows from the seed, so that any
 * number of its rows can be looked at again. Immutable, thread-safe.
 */
final class Play {
  /** The share of addresses and models that a typist rewrites. */
  static final double REWRITTEN = 0.2;

  private final PlannedList list;
  private final LeakCondition condition;
  private final long seed;
  private final int start;
  private final int step;

  Play(PlannedList list, LeakCondition condition, long seed) {
    this.list = list;
    this.condition = condition;
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    this.start = random.nextInt(list.pool());
    this.step = step(list.pool(), random);
  }

  /** Rows without repetition: a step that shares no divisor with their number meets each once. */
  private static int step(int count, SplittableRandom random) {
    int step = 1 + random.nextInt(count);
    while (gcd(step, count) != 1) {
      step = 1 + random.nextInt(count);
    }
    return step;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** The number in the pool of the row that leaks as number {@code k}, from 0. */
  int row(int k) {
    return (int) ((start + (long) k * step) % list.pool());
  }

  /** Whether a typist rewrote values. */
  boolean retyped() {
    return condition == LeakCondition.RETYPED;
  }

  /** The spelling that the recipient of this play has in a cell. */
  int symbol(PlannedList.Placed cell) {
    return cell.cell().biases().spelling((int) (number(1L << 40, cell.place()) >>> 48));
  }

  /** What the leak shows in its row {@code k} of a cell with this spelling. */
  Shown shown(int k, Carrier carrier, int symbol) {
    return switch (condition) {
      case AS_RELEASED -> new Shown(1 << symbol);
      case CLEANED -> carrier.whenCleaned(symbol);
      case RETYPED -> carrier.whenCleaned(rewritten(k, carrier.field()) ? habit(carrier) : symbol);
      case STANDARDISED -> Shown.UNREAD;
    };
  }

  private boolean rewritten(int k, FieldClass field) {
    return (field == FieldClass.ADDRESS || field == FieldClass.MODEL)
        && (number(1 + k, field.ordinal()) >>> 11) * 0x1p-53 < REWRITTEN;
  }

  /** The typist's spelling of a carrier. */
  int habit(Carrier carrier) {
    long number = number(-1L - carrier.lane(), carrier.field().ordinal());
    return (int) Long.remainderUnsigned(number, carrier.spellings());
  }

  private long number(long a, long b) {
    long z = seed + 0x9e3779b97f4a7c15L * (a * 64 + b + 1);
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L; // the finaliser of SplitMix64 (Steele et al. 2014)
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
