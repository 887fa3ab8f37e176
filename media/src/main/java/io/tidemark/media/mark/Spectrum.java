package io.tidemark.media.mark;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * The low band of a plane's Fourier transform, the middle of the picture at the origin, and how far
 * each place of it stands out of its surroundings. Frequencies are in cycles a pixel. Immutable
 * once made, thread-safe.
 */
final class Spectrum {
  private static final int REACH = 12;
  private static final float MOST = 12;
  private static final int TABLE = 1 << 12;
  private static final float[] LOGARITHM = new float[TABLE + 1];
  private static final double PADDING = 1.2;

  static {
    for (int i = 0; i < LOGARITHM.length; i++) {
      LOGARITHM[i] = (float) Math.log1p((double) i * MOST / TABLE);
    }
  }

  private final int across;
  private final int down;
  private final int columns;
  private final float[] values;
  private final Plane prominence;

  private Spectrum(int across, int down, int columns, float[] values) {
    this.across = across;
    this.down = down;
    this.columns = columns;
    this.values = values;
    this.prominence = prominence();
  }

  /**
   * Of a plane.
   *
   * @param highest the highest frequency that is asked for, up to .5
   */
  static Spectrum of(Plane plane, double highest) {
    int across = padded(plane.width());
    int down = padded(plane.height());
    int columns = Math.min(across / 2, (int) Math.ceil(highest * across) + REACH + 2);
    float[] values = new float[2 * columns * down];
    FloatFFT_1D rows = new FloatFFT_1D(across);
    float[] row = new float[across];
    for (int y = 0; y < plane.height(); y++) {
      int half = plane.width() / 2;
      int from = y * plane.width();
      java.util.Arrays.fill(row, 0);
      System.arraycopy(plane.values(), from + half, row, 0, plane.width() - half);
      System.arraycopy(plane.values(), from, row, across - half, half);
      rows.realForward(row);
      int at = 2 * Math.floorMod(y - plane.height() / 2, down);
      values[at] = row[0];
      for (int k = 1; k < columns; k++) {
        values[2 * k * down + at] = row[2 * k];
        values[2 * k * down + at + 1] = row[2 * k + 1];
      }
    }
    FloatFFT_1D column = new FloatFFT_1D(down);
    for (int k = 0; k < columns; k++) {
      column.complexForward(values, 2 * k * down);
    }
    return new Spectrum(across, down, columns, values);
  }

  private static int padded(int pixels) {
    int size = 256;
    while (size < PADDING * pixels) {
      size *= 2;
    }
    return size;
  }

  private Plane prominence() {
    Plane power = Plane.empty(down, columns);
    for (int i = 0; i < power.values().length; i++) {
      float re = values[2 * i];
      float im = values[2 * i + 1];
      power.values()[i] = re * re + im * im;
    }
    Plane mean = Smoothing.box(power, REACH);
    for (int i = 0; i < power.values().length; i++) {
      float over = power.values()[i] / (mean.values()[i] + Float.MIN_NORMAL);
      power.values()[i] = LOGARITHM[(int) (Math.min(MOST, over) * (TABLE / MOST))];
    }
    return power;
  }

  /** Bins across for one cycle a pixel. */
  int across() {
    return across;
  }

  /** Bins down. */
  int down() {
    return down;
  }

  /**
   * How far the bin nearest to a frequency stands out: the logarithm of 1 and its power over the
   * mean around it.
   *
   * @param x in bins across
   * @param y in bins down
   */
  float prominence(float x, float y) {
    float sign = x < 0 ? -1 : 1;
    int column = (int) (sign * x + .5f);
    int row = (int) (sign * y + down + .5f) & (down - 1);
    return column < columns ? prominence.values()[column * down + row] : 0;
  }

  /** The transform at a frequency in bins, between its four bins: real and imaginary part. */
  void at(double x, double y, float[] out) {
    boolean opposite = x < 0;
    double right = opposite ? -x : x;
    double low = (opposite ? -y : y) + down;
    int column = (int) right;
    int row = (int) low;
    if (column + 1 >= columns) {
      out[0] = 0;
      out[1] = 0;
      return;
    }
    float fx = (float) (right - column);
    float fy = (float) (low - row);
    int first = 2 * (column * down + (row & down - 1));
    int second = 2 * (column * down + (row + 1 & down - 1));
    int next = 2 * down;
    for (int part = 0; part < 2; part++) {
      float upper = values[first + part] + fy * (values[second + part] - values[first + part]);
      float lower =
          values[first + next + part]
              + fy * (values[second + next + part] - values[first + next + part]);
      out[part] = upper + fx * (lower - upper);
    }
    out[1] = opposite ? -out[1] : out[1];
  }
}
