package io.tidemark.media.mark;

/**
 * How strong a mark may be at each place: weak on flat paper, where any grain shows, stronger in
 * texture, which hides it; beside flat paper as weak as on it. In steps of brightness of 255, as
 * the root of the mean square. Stateless, thread-safe.
 */
final class Strength {
  private static final float LEAST = .8f;
  private static final float PER_ROUGHNESS = .2f;
  private static final float MOST = 2.6f;
  private static final double DETAIL = 2.5;
  private static final double NEIGHBOURHOOD = 3;
  private static final double FLAT_REACH = 6;
  private static final int BLOCK = 2;

  private Strength() {}

  /**
   * Of a picture.
   *
   * @param enlarged how much larger than usual the waves are, at least 1
   */
  static Coarse of(Plane brightness, double enlarged) {
    int block = BLOCK * (int) enlarged;
    Coarse smooth = Coarse.means(brightness, block).smoothed(DETAIL * enlarged);
    Plane squares = Plane.empty(brightness.width(), brightness.height());
    float[] row = new float[brightness.width()];
    for (int y = 0; y < brightness.height(); y++) {
      smooth.row(y, row);
      int at = y * row.length;
      for (int x = 0; x < row.length; x++) {
        float off = brightness.values()[at + x] - row[x];
        squares.values()[at + x] = off * off;
      }
    }
    Coarse rough = Coarse.means(squares, block).smoothed(NEIGHBOURHOOD * enlarged);
    Plane least = Smoothing.least(rough.map(), (int) Math.round(FLAT_REACH * enlarged / block));
    for (int i = 0; i < least.values().length; i++) {
      least.values()[i] = (float) Math.sqrt(Math.max(0, least.values()[i]));
    }
    Plane map = Smoothing.gaussian(least, NEIGHBOURHOOD * enlarged / block);
    for (int i = 0; i < map.values().length; i++) {
      map.values()[i] = Math.min(MOST, LEAST + PER_ROUGHNESS * map.values()[i]);
    }
    return new Coarse(map, block);
  }
}
