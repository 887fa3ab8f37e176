package io.tidemark.media.mark;

import java.util.Arrays;

/**
 * The median of the brightness around each pixel, over 31 × 31 pixels of which every second row and
 * column counts: letters lie off it, flat paper and slow shades are it. A running histogram (Huang,
 * Yang and Tang 1979). Stateless, thread-safe.
 */
final class Median {
  private static final int STEP = 2;
  private static final int REACH = 7;
  private static final int LEVELS = 256;

  private Median() {}

  /** The medians of a plane of brightness from 0 to 255, in whole steps between which it shades. */
  static Coarse around(Plane brightness) {
    int width = (brightness.width() + STEP - 1) / STEP;
    int height = (brightness.height() + STEP - 1) / STEP;
    byte[] levels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = brightness.values()[STEP * y * brightness.width() + STEP * x];
        levels[y * width + x] = (byte) Math.round(value);
      }
    }
    Plane medians = Plane.empty(width, height);
    int[] counts = new int[LEVELS];
    for (int y = 0; y < height; y++) {
      row(levels, y, medians, counts);
    }
    return new Coarse(medians, STEP);
  }

  private static void row(byte[] levels, int y, Plane medians, int[] counts) {
    int width = medians.width();
    int top = Math.max(0, y - REACH);
    int bottom = Math.min(medians.height() - 1, y + REACH);
    Arrays.fill(counts, 0);
    int all = 0;
    int below = 0;
    int median = 0;
    for (int x = -REACH; x < width; x++) {
      int coming = x + REACH;
      if (coming < width) {
        for (int row = top; row <= bottom; row++) {
          int level = levels[row * width + coming] & 255;
          counts[level]++;
          below += level < median ? 1 : 0;
        }
        all += bottom - top + 1;
      }
      int going = x - REACH - 1;
      if (going >= 0) {
        for (int row = top; row <= bottom; row++) {
          int level = levels[row * width + going] & 255;
          counts[level]--;
          below -= level < median ? 1 : 0;
        }
        all -= bottom - top + 1;
      }
      while (2 * below > all) {
        below -= counts[--median];
      }
      while (2 * (below + counts[median]) <= all) {
        below += counts[median++];
      }
      if (x >= 0) {
        medians.values()[y * width + x] = median;
      }
    }
  }
}
