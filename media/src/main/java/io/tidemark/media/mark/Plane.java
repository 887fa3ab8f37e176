package io.tidemark.media.mark;

import io.tidemark.media.picture.Pixels;
import java.util.Arrays;

/**
 * One number for each pixel, row by row. Whoever made it may write into it.
 *
 * @param width of a row
 * @param height rows
 * @param values of all pixels
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: a picture is not copied to be read
record Plane(int width, int height, float[] values) {
  private static final float RED = .299f;
  private static final float GREEN = .587f;
  private static final float BLUE = .114f;

  /** All zero. */
  static Plane empty(int width, int height) {
    return new Plane(width, height, new float[width * height]);
  }

  /** The brightness of a picture from 0 to 255 (ITU-R BT.601). */
  static Plane brightness(Pixels picture) {
    Plane plane = empty(picture.width(), picture.height());
    int at = 0;
    for (int y = 0; y < plane.height; y++) {
      for (int x = 0; x < plane.width; x++) {
        int rgb = picture.at(x, y);
        plane.values[at++] =
            RED * (rgb >> 16 & 255) + GREEN * (rgb >> 8 & 255) + BLUE * (rgb & 255);
      }
    }
    return plane;
  }

  /** The longer side. */
  int longSide() {
    return Math.max(width, height);
  }

  /**
   * The same with this longer side, each pixel the mean of the area that it covers; itself where it
   * is not larger.
   */
  Plane shrunkTo(int side) {
    if (longSide() <= side) {
      return this;
    }
    double scale = (double) longSide() / side;
    int across = Math.max(1, (int) Math.round(width / scale));
    int down = Math.max(1, (int) Math.round(height / scale));
    return shrunk(across, down);
  }

  private Plane shrunk(int across, int down) {
    Plane out = empty(across, down);
    double stepX = (double) width / across;
    double stepY = (double) height / down;
    float[] row = new float[width];
    for (int j = 0; j < down; j++) {
      addUp(row, j * stepY, Math.min(height, (j + 1) * stepY));
      for (int i = 0; i < across; i++) {
        double from = i * stepX;
        double to = Math.min(width, from + stepX);
        out.values[j * across + i] = (float) (sum(row, from, to) / (stepX * stepY));
      }
    }
    return out;
  }

  /** The rows between two heights, each as much as it lies between them. */
  private void addUp(float[] row, double from, double to) {
    Arrays.fill(row, 0);
    for (int y = (int) from; y < to; y++) {
      float part = (float) (Math.min(to, y + 1.0) - Math.max(from, y));
      int start = y * width;
      for (int x = 0; x < width; x++) {
        row[x] += part * values[start + x];
      }
    }
  }

  private static double sum(float[] row, double from, double to) {
    double sum = 0;
    for (int x = (int) from; x < to; x++) {
      sum += row[x] * (Math.min(to, x + 1.0) - Math.max(from, x));
    }
    return sum;
  }
}
