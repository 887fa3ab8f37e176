package io.tidemark.chainsim.portfolio;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that can be repeated: what is drawn depends only on the seed, on what it is drawn for, and
 * on that thing's number. Never for secrets. Not thread-safe; one instance belongs to one draw.
 */
public final class Draw {
  private final SplittableRandom random;

  private Draw(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The chance that belongs to the {@code index}-th {@code what} under {@code seed}. */
  public static Draw of(long seed, String what, long index) {
    return new Draw(key(seed, what) ^ mixed(index));
  }

  /** A number that belongs to {@code what} under {@code seed}, itself fit to be a seed. */
  public static long key(long seed, String what) {
    return mixed(mixed(seed) + what.hashCode());
  }

  /** The finalizer of MurmurHash3, whose every output bit depends on every input bit. */
  static long mixed(long z) {
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 to 1, 1 excluded. */
  public double fraction() {
    return random.nextDouble();
  }

  /** From 0 to {@code bound}, {@code bound} excluded. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** From {@code least} to {@code most}, both included. */
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** A person's number smaller than {@code bound}. */
  public long below(long bound) {
    return random.nextLong(bound);
  }

  /** One of {@code choices}, each as likely. */
  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** {@code length} characters of {@code alphabet}. */
  public String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
