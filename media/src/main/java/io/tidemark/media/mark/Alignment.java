package io.tidemark.media.mark;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * How well a key's pilots agree in phase at a pose, and for which shift of the tile they do: phase
 * correlation (Kuglin and Hines 1975) over the pilots alone. Not thread-safe.
 */
final class Alignment {
  private static final int GRID = 64;
  private static final int ROWS = (int) Carriers.LARGEST;

  private final Spectrum spectrum;
  private final Carriers carriers;
  private final FloatFFT_1D fourier = new FloatFFT_1D(GRID);
  private final float[] plane = new float[2 * GRID * GRID];
  private final float[] column = new float[2 * GRID];
  private final float[] value = new float[2];
  private final float[] re = new float[Carriers.PILOTS];
  private final float[] im = new float[Carriers.PILOTS];
  private final float[] size = new float[Carriers.PILOTS];
  private final float[] cosine = new float[Carriers.PILOTS];
  private final float[] sine = new float[Carriers.PILOTS];

  Alignment(Spectrum spectrum, Carriers carriers) {
    this.spectrum = spectrum;
    this.carriers = carriers;
    for (int i = 0; i < Carriers.PILOTS; i++) {
      cosine[i] = (float) Math.cos(carriers.phase(i));
      sine[i] = (float) Math.sin(carriers.phase(i));
    }
  }

  /**
   * A pose with the shift at which the pilots agree best.
   *
   * @param agreement of the pilots; even phases reach 4 by chance, all in one phase 11
   * @param shiftX of the tile, in its own pixels
   * @param shiftY likewise
   */
  record Aligned(Pose pose, double agreement, double shiftX, double shiftY) {}

  Aligned at(Pose pose) {
    for (int i = 0; i < Carriers.PILOTS; i++) {
      int u = carriers.u(i);
      int v = carriers.v(i);
      double x = u * pose.acrossForU() + v * pose.acrossForV();
      double y = u * pose.downForU() + v * pose.downForV();
      spectrum.at(x * spectrum.across(), y * spectrum.down(), value);
      re[i] = value[0] * cosine[i] + value[1] * sine[i];
      im[i] = value[1] * cosine[i] - value[0] * sine[i];
      size[i] = (float) Math.sqrt(value[0] * value[0] + value[1] * value[1]);
    }
    float[] sorted = size.clone();
    Arrays.sort(sorted);
    float middle = sorted[sorted.length / 2] + Float.MIN_NORMAL;
    Arrays.fill(plane, 0);
    double power = 0;
    for (int i = 0; i < Carriers.PILOTS; i++) {
      float weight = 1 / (size[i] + middle);
      int at = 2 * ((carriers.v(i) & GRID - 1) * GRID + (carriers.u(i) & GRID - 1));
      plane[at] = re[i] * weight;
      plane[at + 1] = im[i] * weight;
      power += size[i] * size[i] * weight * weight;
    }
    return peak(pose, Math.sqrt(power / 2) + Double.MIN_NORMAL);
  }

  /**
   * The greatest real part of the inverse transform. Rows beyond the band are zero; two columns go
   * in one transform, one as the real, the other as the imaginary part of what comes out.
   */
  private Aligned peak(Pose pose, double deviation) {
    for (int row = 0; row <= ROWS; row++) {
      fourier.complexInverse(plane, 2 * row * GRID, false);
    }
    float best = Float.NEGATIVE_INFINITY;
    int bestX = 0;
    int bestY = 0;
    for (int x = 0; x < GRID; x += 2) {
      pair(x);
      fourier.complexInverse(column, false);
      for (int i = 0; i < column.length; i++) {
        if (column[i] > best) {
          best = column[i];
          bestX = x + (i & 1);
          bestY = i >> 1;
        }
      }
    }
    double step = (double) Carriers.PERIOD / GRID;
    return new Aligned(pose, best / deviation, bestX * step, bestY * step);
  }

  private void pair(int x) {
    Arrays.fill(column, 0);
    column[0] = plane[2 * x];
    column[1] = plane[2 * x + 2];
    for (int row = 1; row <= ROWS; row++) {
      int at = 2 * (row * GRID + x);
      int opposite = 2 * (GRID - row);
      column[2 * row] = (plane[at] - plane[at + 3]) / 2;
      column[2 * row + 1] = (plane[at + 1] + plane[at + 2]) / 2;
      column[opposite] = (plane[at] + plane[at + 3]) / 2;
      column[opposite + 1] = (plane[at + 2] - plane[at + 1]) / 2;
    }
  }
}
