package io.tidemark.calls.source;

/** In which shares several lists may give the calls of one campaign. */
final class Shares {
  private static final double[][][] SHARES = {
    {{1}},
    {{.5, .5}, {.75, .25}, {.25, .75}},
    {{1 / 3.0, 1 / 3.0, 1 / 3.0}, {.6, .2, .2}, {.2, .6, .2}, {.2, .2, .6}}
  };

  /** How many lists one explanation can have. */
  static final int MOST_LISTS = SHARES.length;

  private Shares() {}

  static double[][] of(int lists) {
    return SHARES[lists - 1];
  }
}
