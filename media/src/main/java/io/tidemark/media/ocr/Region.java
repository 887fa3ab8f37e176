package io.tidemark.media.ocr;

import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Frame;
import io.tidemark.media.picture.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The part of a picture that holds its text, laid along the direction of reading.
 *
 * @param place around all boxes, with a margin
 * @param thickness of the smaller texts: one box in four is thinner
 */
record Region(Box place, double thickness) {
  private static final double MARGIN = 2.5;
  private static final double SAME_ROW = .5;

  /**
   * @param boxes at least one, facing the direction of reading
   * @param page has that direction
   */
  static Region of(List<Box> boxes, Box page) {
    double from = Double.MAX_VALUE;
    double to = -Double.MAX_VALUE;
    double above = Double.MAX_VALUE;
    double below = -Double.MAX_VALUE;
    for (Box box : boxes) {
      for (int corner = 0; corner < 4; corner++) {
        Point point = box.corner(corner / 2 * 2 - 1, corner % 2 * 2 - 1);
        double l = point.x() * page.ux() + point.y() * page.uy();
        double t = point.y() * page.ux() - point.x() * page.uy();
        from = Math.min(from, l);
        to = Math.max(to, l);
        above = Math.min(above, t);
        below = Math.max(below, t);
      }
    }
    double[] sorted = boxes.stream().mapToDouble(Box::thickness).sorted().toArray();
    double thickness = sorted[sorted.length / 4];
    double l = (from + to) / 2;
    double t = (above + below) / 2;
    Box place =
        new Box(
            l * page.ux() - t * page.uy(),
            l * page.uy() + t * page.ux(),
            page.ux(),
            page.uy(),
            to - from,
            below - above);
    return new Region(place.grown(MARGIN * thickness, MARGIN * thickness), thickness);
  }

  double length() {
    return Math.max(place.length(), place.thickness());
  }

  double breadth() {
    return Math.min(place.length(), place.thickness());
  }

  Frame frame(double scale) {
    int width = Math.max(1, (int) Math.round(place.length() * scale));
    int height = Math.max(1, (int) Math.round(place.thickness() * scale));
    return Frame.of(place, width, height);
  }

  /** Row by row, each from where reading begins. */
  List<Box> inOrder(List<Box> boxes) {
    List<Box> sorted = new ArrayList<>(boxes);
    sorted.sort(Comparator.comparingDouble(this::down));
    List<Box> ordered = new ArrayList<>();
    for (int at = 0; at < sorted.size(); ) {
      Box first = sorted.get(at);
      int end = at;
      while (end < sorted.size()
          && down(sorted.get(end)) - down(first) < SAME_ROW * first.thickness()) {
        end++;
      }
      ordered.addAll(
          sorted.subList(at, end).stream()
              .sorted(Comparator.comparingDouble(this::right))
              .toList());
      at = end;
    }
    return ordered;
  }

  private double down(Box box) {
    return box.y() * place.ux() - box.x() * place.uy();
  }

  private double right(Box box) {
    return box.x() * place.ux() + box.y() * place.uy();
  }
}
