package io.tidemark.media.mark;

/**
 * Means over neighbourhoods of a plane, at a cost that does not depend on their size; beyond the
 * edge the edge goes on. Stateless, thread-safe.
 */
final class Smoothing {
  private static final int PASSES = 3;

  private Smoothing() {}

  /**
   * Nearly a Gaussian: three means over boxes whose variances add up to its (Wells 1986; the widths
   * of Kovesi 2010).
   *
   * @param deviation in pixels, at least 1
   */
  static Plane gaussian(Plane plane, double deviation) {
    double variance = 12 * deviation * deviation;
    int narrow = ((int) Math.sqrt(variance / PASSES + 1) - 1) | 1;
    double narrowOnes =
        (variance - PASSES * (narrow * narrow + 4.0 * narrow + 3)) / (-4.0 * narrow - 4);
    Plane out = plane;
    for (int pass = 0; pass < PASSES; pass++) {
      int width = pass < Math.round(narrowOnes) ? narrow : narrow + 2;
      out = box(out, width / 2);
    }
    return out;
  }

  /** The mean over {@code 2 reach + 1} pixels in both directions. */
  static Plane box(Plane plane, int reach) {
    return down(across(plane, reach), reach);
  }

  private static Plane across(Plane plane, int reach) {
    int width = plane.width();
    Plane out = Plane.empty(width, plane.height());
    float[] in = plane.values();
    float part = 1f / (2 * reach + 1);
    for (int y = 0; y < plane.height(); y++) {
      int row = y * width;
      int last = row + width - 1;
      double sum = (double) reach * in[row];
      for (int i = 0; i <= reach; i++) {
        sum += in[Math.min(row + i, last)];
      }
      for (int x = 0; x < width; x++) {
        out.values()[row + x] = (float) sum * part;
        sum += in[Math.min(row + x + reach + 1, last)] - in[Math.max(row + x - reach, row)];
      }
    }
    return out;
  }

  private static Plane down(Plane plane, int reach) {
    int width = plane.width();
    int height = plane.height();
    Plane out = Plane.empty(width, height);
    float[] in = plane.values();
    float[] to = out.values();
    float part = 1f / (2 * reach + 1);
    float[] sum = new float[width];
    for (int i = -reach; i <= reach; i++) {
      add(sum, in, row(i, height) * width, 1);
    }
    for (int y = 0; y < height; y++) {
      int at = y * width;
      int coming = row(y + reach + 1, height) * width;
      int going = row(y - reach, height) * width;
      for (int x = 0; x < width; x++) {
        to[at + x] = sum[x] * part;
        sum[x] += in[coming + x] - in[going + x];
      }
    }
    return out;
  }

  private static int row(int y, int height) {
    return Math.min(Math.max(y, 0), height - 1);
  }

  private static void add(float[] sum, float[] in, int from, float times) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] += times * in[from + x];
    }
  }

  /** The least value within {@code reach} pixels in both directions. */
  static Plane least(Plane plane, int reach) {
    int width = plane.width();
    int height = plane.height();
    Plane across = Plane.empty(width, height);
    Plane out = Plane.empty(width, height);
    int size = 2 * reach + 1;
    float[] line = new float[Math.max(width, height) + 2 * reach + size];
    for (int y = 0; y < height; y++) {
      leastOf(plane.values(), y * width, 1, width, reach, line, across.values());
    }
    for (int x = 0; x < width; x++) {
      leastOf(across.values(), x, width, height, reach, line, out.values());
    }
    return out;
  }

  /** Three comparisons a value, whatever the reach (van Herk 1992; Gil and Werman 1993). */
  private static void leastOf(
      float[] in, int from, int step, int count, int reach, float[] line, float[] out) {
    int size = 2 * reach + 1;
    int padded = count + 2 * reach;
    float[] back = new float[padded + size];
    for (int i = 0; i < line.length; i++) {
      int inside = Math.min(Math.max(i - reach, 0), count - 1);
      line[i] = in[from + step * inside];
    }
    System.arraycopy(line, 0, back, 0, Math.min(back.length, line.length));
    for (int i = 1; i < padded; i++) {
      line[i] = i % size == 0 ? line[i] : Math.min(line[i], line[i - 1]);
    }
    for (int i = padded - 2; i >= 0; i--) {
      back[i] = i % size == size - 1 ? back[i] : Math.min(back[i], back[i + 1]);
    }
    for (int i = 0; i < count; i++) {
      out[from + step * i] = Math.min(back[i], line[i + size - 1]);
    }
  }
}
