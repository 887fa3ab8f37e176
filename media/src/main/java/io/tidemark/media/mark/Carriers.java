package io.tidemark.media.mark;

import java.util.ArrayList;
import java.util.List;

/**
 * The waves of a key's mark. Each goes {@code u} times along and {@code v} times down a tile; the
 * first {@link #PILOTS} are known from the key, the others carry a code bit each by their sign.
 * Immutable, thread-safe; as secret as the key.
 */
final class Carriers {
  /** The side of a tile in its own pixels. */
  static final int PERIOD = 160;

  /** Waves that carry no bit. */
  static final int PILOTS = 64;

  /** All of them. */
  static final int COUNT = 408;

  /** How much stronger a pilot is. */
  static final double PILOT_AMPLITUDE = 1.35;

  /** The most waves across a tile in any direction. */
  static final double LARGEST = 16.5;

  private static final double SMALLEST = 4;

  private final PictureKey key;
  private final int[] u = new int[COUNT];
  private final int[] v = new int[COUNT];
  private final double[] phase = new double[COUNT];
  private final int[] bit = new int[COUNT - PILOTS];
  private final boolean[] flipped = new boolean[COUNT - PILOTS];

  /** Draws them from a key, in this order: their order, phases, the code bits' order, flips. */
  Carriers(PictureKey key) {
    this.key = key;
    PictureKey.Draws draws = key.draws();
    int[][] waves = places(LARGEST);
    int[] order = draws.order(COUNT);
    for (int i = 0; i < COUNT; i++) {
      u[i] = waves[order[i]][0];
      v[i] = waves[order[i]][1];
    }
    for (int i = 0; i < COUNT; i++) {
      phase[i] = draws.next() * 2 * Math.PI / (1L << Integer.SIZE);
    }
    int[] bits = draws.order(Payload.CODE_BITS);
    int[] spare = draws.order(Payload.CODE_BITS);
    for (int j = 0; j < bit.length; j++) {
      bit[j] = j < bits.length ? bits[j] : spare[j - bits.length];
    }
    for (int j = 0; j < flipped.length; j++) {
      flipped[j] = (draws.next() & 1) != 0;
    }
  }

  /**
   * Where the waves of any key stand: one of each pair of opposite ones of the band, in the order
   * in which a key shuffles them.
   *
   * @param largest up to how many across a tile in any direction
   * @return for each how many times it goes along and down
   */
  static int[][] places(double largest) {
    List<int[]> waves = new ArrayList<>();
    int most = (int) largest;
    for (int v = 0; v <= most; v++) {
      for (int u = -most; u <= most; u++) {
        double radius = Math.hypot(u, v);
        if ((v > 0 || u > 0) && radius >= SMALLEST && radius <= largest) {
          waves.add(new int[] {u, v});
        }
      }
    }
    return waves.toArray(int[][]::new);
  }

  PictureKey key() {
    return key;
  }

  int u(int wave) {
    return u[wave];
  }

  int v(int wave) {
    return v[wave];
  }

  double radius(int wave) {
    return Math.hypot(u[wave], v[wave]);
  }

  /** The phase of a wave that carries no bit, or a zero that is not flipped; in radians. */
  double phase(int wave) {
    return phase[wave];
  }

  /** Which code bit a wave from {@link #PILOTS} on carries. */
  int bit(int wave) {
    return bit[wave - PILOTS];
  }

  /** Whether its sign is turned. */
  boolean flipped(int wave) {
    return flipped[wave - PILOTS];
  }

  /** The sign of a wave in the mark of these code bits. */
  int sign(int wave, boolean[] code) {
    return wave >= PILOTS && code[bit(wave)] != flipped(wave) ? -1 : 1;
  }
}
