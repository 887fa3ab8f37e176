package io.tidemark.media.mark;

/**
 * A plane laid upon itself tile by tile in a pose: what repeats with the tile adds up. From it come
 * the transforms at all of a mark's waves, exact to one part in a hundred at the shortest wave,
 * which is cheaper than to take them from the plane. Immutable, thread-safe.
 */
final class Folding {
  private static final int BITS = 8;
  private static final int SIDE = 1 << BITS;
  private static final double TURN = 0x1p32;

  private final float[] tile;

  private Folding(float[] tile) {
    this.tile = tile;
  }

  /** Places are counted in parts of 2^-32 of a tile, so that they go round by themselves. */
  static Folding of(Plane plane, Pose pose) {
    float[] tile = new float[SIDE * SIDE];
    int stepX = (int) (long) Math.rint(pose.acrossForU() * TURN);
    int stepY = (int) (long) Math.rint(pose.acrossForV() * TURN);
    int half = 1 << (Integer.SIZE - BITS - 1);
    for (int y = 0; y < plane.height(); y++) {
      double down = y - plane.height() / 2;
      double left = -(plane.width() / 2);
      double x0 = left * pose.acrossForU() + down * pose.downForU();
      double y0 = left * pose.acrossForV() + down * pose.downForV();
      int tileX = (int) (long) Math.rint(x0 * TURN) + half;
      int tileY = (int) (long) Math.rint(y0 * TURN) + half;
      int row = y * plane.width();
      for (int x = 0; x < plane.width(); x++) {
        int at = (tileY >>> (Integer.SIZE - BITS)) * SIDE + (tileX >>> (Integer.SIZE - BITS));
        tile[at] += plane.values()[row + x];
        tileX += stepX;
        tileY += stepY;
      }
    }
    return new Folding(tile);
  }

  /**
   * The transforms at the waves.
   *
   * @return their real parts and, behind them, their imaginary parts
   */
  float[][] waves(Carriers carriers) {
    int most = (int) Carriers.LARGEST;
    float[] cosine = new float[SIDE];
    float[] sine = new float[SIDE];
    for (int i = 0; i < SIDE; i++) {
      cosine[i] = (float) Math.cos(2 * Math.PI * i / SIDE);
      sine[i] = (float) Math.sin(2 * Math.PI * i / SIDE);
    }
    float[][] rowsRe = new float[most + 1][SIDE];
    float[][] rowsIm = new float[most + 1][SIDE];
    for (int u = 0; u <= most; u++) {
      for (int y = 0; y < SIDE; y++) {
        float re = 0;
        float im = 0;
        for (int x = 0; x < SIDE; x++) {
          float value = tile[y * SIDE + x];
          re += value * cosine[u * x & SIDE - 1];
          im -= value * sine[u * x & SIDE - 1];
        }
        rowsRe[u][y] = re;
        rowsIm[u][y] = im;
      }
    }
    float[] re = new float[Carriers.COUNT];
    float[] im = new float[Carriers.COUNT];
    for (int i = 0; i < Carriers.COUNT; i++) {
      int u = carriers.u(i);
      int sign = u < 0 ? -1 : 1;
      for (int y = 0; y < SIDE; y++) {
        float rowRe = rowsRe[sign * u][y];
        float rowIm = sign * rowsIm[sign * u][y];
        int turn = carriers.v(i) * y & SIDE - 1;
        re[i] += rowRe * cosine[turn] + rowIm * sine[turn];
        im[i] += rowIm * cosine[turn] - rowRe * sine[turn];
      }
    }
    return new float[][] {re, im};
  }
}
