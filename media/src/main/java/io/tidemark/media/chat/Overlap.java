package io.tidemark.media.chat;

import java.util.List;

/**
 * By how much somebody scrolled between two screenshots: lines that both show say so. Stateless.
 */
final class Overlap {
  private static final double SAME_PLACE = .35;
  private static final int ENOUGH = 4;
  private static final double GAP = 4;

  /** A telephone shows some sixty lines; what shows more than this is no screenshot of a chat. */
  static final int MOST_LINES = 150;

  /** Characters that two screenshots must share where nobody said that they belong together. */
  private static final int SURELY = 8;

  private Overlap() {}

  /**
   * Whether one screenshot goes on where another ends: both show the same lines, further up in the
   * second, and nothing else between the bars where both should show the same; or both are one.
   */
  static boolean goesOn(Screen before, Screen next) {
    List<Line> upper = Line.within(before, 0);
    List<Line> lower = Line.within(next, 1);
    if (!alike(before, next) || upper.isEmpty() || lower.isEmpty()) {
      return false;
    }
    double by = scrolled(upper, lower, SURELY);
    double thickness = lower.get(0).box().thickness();
    return by > thickness || (Math.abs(by) <= thickness && equal(upper, lower));
  }

  private static boolean equal(List<Line> upper, List<Line> lower) {
    for (int i = 0; i < upper.size(); i++) {
      if (upper.size() != lower.size() || !same(upper.get(i), lower.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether both may be of one telephone and conversation, by size and number of lines. */
  static boolean alike(Screen one, Screen other) {
    return one.width() == other.width()
        && one.lines().size() <= MOST_LINES
        && other.lines().size() <= MOST_LINES;
  }

  /** By how much; where nothing speaks for any, nothing is shared. */
  static double of(List<Line> before, List<Line> shown) {
    double by = scrolled(before, shown, ENOUGH);
    if (!Double.isNaN(by)) {
      return by;
    }
    double last = before.stream().mapToDouble(Line::y).max().orElse(0);
    double first = shown.stream().mapToDouble(Line::y).min().orElse(0);
    return last - first + GAP * shown.get(0).box().thickness();
  }

  /**
   * By how much: what lines that both show say, less what lines say that both should show and only
   * one does; people write the same words again. Not a number where fewer characters speak for any
   * than are enough.
   */
  private static double scrolled(List<Line> before, List<Line> shown, int enough) {
    boolean[][] same = new boolean[before.size()][shown.size()];
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < shown.size(); j++) {
        same[i][j] = same(before.get(i), shown.get(j));
      }
    }
    double best = Double.NaN;
    int most = enough - 1;
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < shown.size(); j++) {
        if (same[i][j]) {
          double by = before.get(i).y() - shown.get(j).y();
          int agreed = agreed(before, shown, same, by);
          if (agreed > most) {
            most = agreed;
            best = by;
          }
        }
      }
    }
    return best;
  }

  private static boolean same(Line upper, Line lower) {
    return Math.abs(upper.begin() - lower.begin()) < upper.box().thickness()
        && Likeness.same(upper.text(), lower.text());
  }

  /**
   * Characters of lines that agree if one was scrolled so far, less those that do not.
   *
   * @param same which line before says the same as which shown one: compared once, since that takes
   *     longest
   */
  private static int agreed(List<Line> before, List<Line> shown, boolean[][] same, double by) {
    double top = shown.stream().mapToDouble(Line::y).min().orElse(0);
    int agreed = 0;
    for (int i = 0; i < before.size(); i++) {
      Line upper = before.get(i);
      double near = SAME_PLACE * upper.box().thickness();
      boolean there = false;
      for (int j = 0; j < shown.size() && !there; j++) {
        there = same[i][j] && Math.abs(upper.y() - by - shown.get(j).y()) < near;
      }
      if (there) {
        agreed += upper.text().length();
      } else if (upper.y() - by > top && upper.edge() > upper.box().thickness()) {
        agreed -= upper.text().length();
      }
    }
    return agreed;
  }
}
