package io.tidemark.media.mark;

/**
 * What is left of a picture when its content is taken away as well as it can be told from a faint
 * grain: brightness less its {@link Median}, without what is far off it, without slow shades, each
 * place divided by how rough it is there. Stateless, thread-safe.
 */
final class Residue {
  private static final float CONTENT = 18;
  private static final float CLIP = 6;
  private static final double SHADES = 15.5;
  private static final double ROUGHNESS = 10;
  private static final int BLOCK = 4;
  private static final float FLOOR = 2;
  private static final float NOTHING = 1e-3f;

  private Residue() {}

  /** Of a plane of brightness from 0 to 255. */
  static Plane of(Plane brightness) {
    int width = brightness.width();
    int height = brightness.height();
    Plane grain = Plane.empty(width, height);
    Plane counts = Plane.empty(width, height);
    Coarse medians = Median.around(brightness);
    float[] row = new float[width];
    for (int y = 0; y < height; y++) {
      medians.row(y, row);
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        float off = brightness.values()[at] - row[x];
        if (Math.abs(off) <= CONTENT) {
          grain.values()[at] = Math.min(CLIP, Math.max(-CLIP, off));
          counts.values()[at] = 1;
        }
      }
    }
    takeShades(grain, counts);
    evenOut(grain);
    return grain;
  }

  private static void takeShades(Plane grain, Plane counts) {
    Coarse means = Coarse.means(grain, BLOCK).smoothed(SHADES);
    Coarse weights = Coarse.means(counts, BLOCK).smoothed(SHADES);
    float[] mean = new float[grain.width()];
    float[] weight = new float[grain.width()];
    for (int y = 0; y < grain.height(); y++) {
      means.row(y, mean);
      weights.row(y, weight);
      int at = y * grain.width();
      for (int x = 0; x < mean.length; x++) {
        float shade = mean[x] / Math.max(NOTHING, weight[x]);
        grain.values()[at + x] = counts.values()[at + x] * (grain.values()[at + x] - shade);
      }
    }
  }

  private static void evenOut(Plane grain) {
    Plane squares = Plane.empty(grain.width(), grain.height());
    for (int i = 0; i < squares.values().length; i++) {
      squares.values()[i] = grain.values()[i] * grain.values()[i];
    }
    Coarse roughness = Coarse.means(squares, BLOCK).smoothed(ROUGHNESS);
    float[] rough = new float[grain.width()];
    for (int y = 0; y < grain.height(); y++) {
      roughness.row(y, rough);
      int at = y * grain.width();
      for (int x = 0; x < rough.length; x++) {
        grain.values()[at + x] /= Math.max(0, rough[x]) + FLOOR;
      }
    }
  }
}
