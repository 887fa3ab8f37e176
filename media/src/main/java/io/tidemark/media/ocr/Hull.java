package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The smallest rectangle around points: one of its sides lies on their convex hull (Freeman and
 * Shapira 1975), which Andrew's chain finds (1979).
 */
final class Hull {
  private final double[][] points;
  private int size;

  private Hull(int most) {
    this.points = new double[most][];
  }

  /**
   * @param flat x and y of each point by turns; at least one point
   */
  static Box smallestBox(double[] flat) {
    double[][] sorted = new double[flat.length / 2][];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = new double[] {flat[2 * i], flat[2 * i + 1]};
    }
    Arrays.sort(
        sorted, Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
    Hull hull = new Hull(2 * sorted.length + 1);
    hull.chain(sorted);
    return hull.smallest();
  }

  private void chain(double[][] sorted) {
    for (double[] point : sorted) {
      push(point, 1);
    }
    int lower = size;
    for (int i = sorted.length - 2; i >= 0; i--) {
      push(sorted[i], lower);
    }
  }

  /** Adds a point; those that it leaves inside go, down to the {@code least}. */
  private void push(double[] point, int least) {
    while (size > least && turn(points[size - 2], points[size - 1], point) <= 0) {
      size--;
    }
    points[size++] = point;
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  private Box smallest() {
    Box best = along(1, 0);
    for (int i = 1; i < size; i++) {
      double dx = points[i][0] - points[i - 1][0];
      double dy = points[i][1] - points[i - 1][1];
      double length = Math.hypot(dx, dy);
      if (length > 0) {
        Box box = along(dx / length, dy / length);
        if (box.length() * box.thickness() < best.length() * best.thickness()) {
          best = box;
        }
      }
    }
    return best.thickness() > best.length() ? best.quarter() : best;
  }

  /** The rectangle with a side in this direction. */
  private Box along(double ux, double uy) {
    double from = Double.MAX_VALUE;
    double to = -Double.MAX_VALUE;
    double above = Double.MAX_VALUE;
    double below = -Double.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      double l = points[i][0] * ux + points[i][1] * uy;
      double t = points[i][1] * ux - points[i][0] * uy;
      from = Math.min(from, l);
      to = Math.max(to, l);
      above = Math.min(above, t);
      below = Math.max(below, t);
    }
    double l = (from + to) / 2;
    double t = (above + below) / 2;
    return new Box(l * ux - t * uy, l * uy + t * ux, ux, uy, to - from, below - above);
  }
}
