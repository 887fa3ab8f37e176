package io.tidemark.media.picture;

import java.util.Locale;

/**
 * A place in the original picture, as a viewer shows it: four corners, in pixels from the upper
 * left one.
 *
 * @param a where reading begins, above
 * @param b where it ends, above
 * @param c where it ends, below
 * @param d where it begins, below
 */
public record Quad(Point a, Point b, Point c, Point d) {
  /** {@code 12,40 96,40 96,61 12,61}: how places in pictures are told. */
  @Override
  public String toString() {
    return written(a) + ' ' + written(b) + ' ' + written(c) + ' ' + written(d);
  }

  private static String written(Point point) {
    return String.format(Locale.ROOT, "%.0f,%.0f", point.x(), point.y());
  }
}
