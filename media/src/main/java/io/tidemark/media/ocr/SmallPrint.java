package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import java.util.List;

/**
 * Which lines may be the translation of a label: smaller, right below it, and beginning or centred
 * as it is.
 */
final class SmallPrint {
  private static final double SMALLER = .9;
  private static final double CLOSE = .65;
  private static final double ALIGNED = .6;

  private SmallPrint() {}

  /** For each box the number of the one that it may translate, or -1. */
  static int[] above(List<Box> boxes) {
    int[] above = new int[boxes.size()];
    for (int i = 0; i < above.length; i++) {
      above[i] = -1;
      for (int j = 0; j < above.length && above[i] < 0; j++) {
        if (translates(boxes.get(i), boxes.get(j))) {
          above[i] = j;
        }
      }
    }
    return above;
  }

  private static boolean translates(Box small, Box label) {
    double dx = small.x() - label.x();
    double dy = small.y() - label.y();
    double along = dx * label.ux() + dy * label.uy();
    double down = dy * label.ux() - dx * label.uy();
    double begins = along - (small.length() - label.length()) / 2;
    double slack = ALIGNED * label.thickness();
    return small.thickness() < SMALLER * label.thickness()
        && down > 0
        && down < CLOSE * (small.thickness() + label.thickness())
        && (Math.abs(begins) < slack || Math.abs(along) < slack);
  }
}
