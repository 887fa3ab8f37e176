package io.tidemark.media.mark;

import java.util.Arrays;

/**
 * A plane that changes slowly, told for each block of pixels and read between them.
 *
 * @param map one value for each block
 * @param block pixels of a block's side; those at the edge may hang over
 */
record Coarse(Plane map, int block) {
  /** The mean of each block. */
  static Coarse means(Plane plane, int block) {
    Plane map = Plane.empty(parts(plane.width(), block), parts(plane.height(), block));
    float[] sums = new float[map.width() * block];
    for (int j = 0; j < map.height(); j++) {
      Arrays.fill(sums, 0);
      int bottom = Math.min(plane.height(), (j + 1) * block);
      for (int y = j * block; y < bottom; y++) {
        int row = y * plane.width();
        for (int x = 0; x < plane.width(); x++) {
          sums[x] += plane.values()[row + x];
        }
      }
      for (int i = 0; i < map.width(); i++) {
        float sum = 0;
        for (int x = i * block; x < (i + 1) * block; x++) {
          sum += sums[x];
        }
        int across = Math.min(plane.width(), (i + 1) * block) - i * block;
        map.values()[j * map.width() + i] = sum / (across * (bottom - j * block));
      }
    }
    return new Coarse(map, block);
  }

  private static int parts(int pixels, int block) {
    return (pixels + block - 1) / block;
  }

  /** The same, smoothed by a Gaussian whose deviation is told in pixels. */
  Coarse smoothed(double deviation) {
    return new Coarse(Smoothing.gaussian(map, deviation / block), block);
  }

  /** The values at a row of pixels: as many as the array holds. */
  void row(int y, float[] out) {
    int width = map.width();
    float[] between = new float[width + 2];
    float at = Math.min(Math.max((y + .5f) / block - .5f, 0), map.height() - 1f);
    int above = ((int) at) * width;
    int below = Math.min((int) at + 1, map.height() - 1) * width;
    float part = at - (int) at;
    for (int i = 0; i < width; i++) {
      float upper = map.values()[above + i];
      between[i + 1] = upper + part * (map.values()[below + i] - upper);
    }
    between[0] = between[1];
    between[width + 1] = between[width];
    for (int inside = 0; inside < block; inside++) {
      float place = (inside + .5f) / block + .5f;
      int left = (int) place;
      float right = place - left;
      for (int x = inside, i = left; x < out.length; x += block, i++) {
        out[x] = between[i] + right * (between[i + 1] - between[i]);
      }
    }
  }
}
