package io.tidemark.media.mark;

import org.jtransforms.fft.FloatFFT_2D;

/**
 * The sum of a mark's waves over one period, its mean square 1 and its peaks held down (clipped and
 * brought back into the band again and again: Armstrong 2002), so that it shows less for what it
 * carries. Immutable, thread-safe.
 */
final class Tile {
  private static final int ROUNDS = 4;
  private static final float PEAK = 1.7f;

  private final int side;
  private final float[] values;

  private Tile(int side, float[] values) {
    this.side = side;
    this.values = values;
  }

  /**
   * The mark of a payload.
   *
   * @param side pixels of a period, at least {@link Carriers#PERIOD}
   */
  static Tile of(Carriers carriers, long payload, int side) {
    boolean[] code = Payload.code(payload, carriers.key());
    float[][] waves = new float[Carriers.COUNT][2];
    for (int i = 0; i < waves.length; i++) {
      double amplitude = i < Carriers.PILOTS ? Carriers.PILOT_AMPLITUDE : 1;
      double signed = amplitude * carriers.sign(i, code);
      waves[i][0] = (float) (signed * Math.cos(carriers.phase(i)));
      waves[i][1] = (float) (signed * Math.sin(carriers.phase(i)));
    }
    FloatFFT_2D fourier = new FloatFFT_2D(Carriers.PERIOD, Carriers.PERIOD);
    for (int round = 0; round < ROUNDS; round++) {
      float[] plane = drawn(carriers, waves, Carriers.PERIOD);
      for (int i = 0; i < plane.length; i += 2) {
        plane[i] = Math.min(PEAK, Math.max(-PEAK, plane[i]));
        plane[i + 1] = 0;
      }
      fourier.complexForward(plane);
      for (int i = 0; i < waves.length; i++) {
        int at = at(carriers, i, Carriers.PERIOD, 1);
        waves[i][0] = plane[at];
        waves[i][1] = plane[at + 1];
      }
    }
    float[] plane = drawn(carriers, waves, side);
    float[] values = new float[side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = plane[2 * i];
    }
    return new Tile(side, values);
  }

  /** The waves as a plane of complex numbers whose real parts have the mean square 1. */
  private static float[] drawn(Carriers carriers, float[][] waves, int side) {
    double power = 0;
    for (float[] wave : waves) {
      power += (wave[0] * wave[0] + wave[1] * wave[1]) / 2;
    }
    float scale = (float) (1 / Math.sqrt(power) / 2);
    float[] plane = new float[2 * side * side];
    for (int i = 0; i < waves.length; i++) {
      int at = at(carriers, i, side, 1);
      int opposite = at(carriers, i, side, -1);
      plane[at] = scale * waves[i][0];
      plane[at + 1] = scale * waves[i][1];
      plane[opposite] = scale * waves[i][0];
      plane[opposite + 1] = -scale * waves[i][1];
    }
    new FloatFFT_2D(side, side).complexInverse(plane, false);
    return plane;
  }

  private static int at(Carriers carriers, int wave, int side, int direction) {
    int column = Math.floorMod(direction * carriers.u(wave), side);
    int row = Math.floorMod(direction * carriers.v(wave), side);
    return 2 * (row * side + column);
  }

  /** Pixels of a period. */
  int side() {
    return side;
  }

  /** The value at a place from 0 to {@link #side} - 1. */
  float at(int x, int y) {
    return values[y * side + x];
  }
}
