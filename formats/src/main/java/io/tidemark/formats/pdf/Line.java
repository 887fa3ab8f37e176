package io.tidemark.formats.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Letters that stand on one baseline, or within the reach of a mark of it, from left to right
 * without spaces.
 *
 * @param glyphs at least one
 * @param alone whether no other letters stand so near that a mark could join them to this line
 */
record Line(List<Glyph> glyphs, boolean alone) {
  /** How far a group is raised or lowered: this part of the font's height. */
  static final double STEP = 0.006;

  /** Letters of one group. */
  static final int GROUP = 2;

  private static final double REACH = 1.6 * STEP;
  private static final double CLEAR = 4.5 * STEP;
  private static final double LEVEL = 0.15 * STEP;
  private static final double TOLERANCE = 0.35;
  private static final int AROUND = 4;

  /** The lines of a page, each with at least one group behind its first. */
  static List<Line> of(List<Glyph> page) {
    List<Line> lines = new ArrayList<>();
    for (int direction = 0; direction < 360; direction += 90) {
      int wanted = direction;
      lines(
          page.stream()
              .filter(glyph -> glyph.direction() == wanted && !glyph.blank() && glyph.size() > 0)
              .sorted(Comparator.comparingDouble(Glyph::y))
              .toList(),
          lines);
    }
    return lines;
  }

  private static void lines(List<Glyph> sorted, List<Line> lines) {
    double before = Double.POSITIVE_INFINITY;
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      double gap = i == sorted.size() ? Double.POSITIVE_INFINITY : gap(sorted, i);
      if (gap > REACH) {
        List<Glyph> line = new ArrayList<>(sorted.subList(start, i));
        line.sort(Comparator.comparingDouble(Glyph::x));
        if (line.size() >= 2 * GROUP) {
          lines.add(new Line(line, Math.min(before, gap) > CLEAR));
        }
        start = i;
        before = gap;
      }
    }
  }

  /** The distance of two neighbours, in heights of the smaller font. */
  private static double gap(List<Glyph> sorted, int i) {
    Glyph one = sorted.get(i - 1);
    Glyph two = sorted.get(i);
    return (two.y() - one.y()) / Math.min(one.size(), two.size());
  }

  /** The step of this line, in points. */
  double step() {
    double[] sizes = glyphs.stream().mapToDouble(Glyph::size).sorted().toArray();
    return STEP * sizes[sizes.length / 2];
  }

  /** How many whole groups stand behind the first, which is the line's own level. */
  int groups() {
    return glyphs.size() / GROUP - 1;
  }

  /** The letters of a group behind the first. */
  List<Glyph> group(int number) {
    int from = (number + 1) * GROUP;
    return glyphs.subList(from, from + GROUP);
  }

  /** The text around a group. */
  String context(int number) {
    int from = (number + 1) * GROUP;
    StringBuilder text = new StringBuilder();
    int to = Math.min(glyphs.size(), from + GROUP + AROUND);
    for (int i = Math.max(0, from - AROUND); i < to; i++) {
      text.append(glyphs.get(i).text());
      text.append(i == from - 1 || i == from + GROUP - 1 ? "|" : "");
    }
    return text.toString();
  }

  /** Whether all stand on one level: a line that no mark is in, and that can carry one. */
  boolean level() {
    double low = glyphs.stream().mapToDouble(Glyph::y).min().orElse(0);
    double high = glyphs.stream().mapToDouble(Glyph::y).max().orElse(0);
    return high - low <= LEVEL / STEP * step();
  }

  /** Whether the page's own content shows all of it. */
  boolean own() {
    return glyphs.stream().allMatch(glyph -> glyph.show() >= 0 && glyph.fontSize() != 0);
  }

  /** The groups that stand one step off the line's level. */
  List<Group> read() {
    List<Group> groups = new ArrayList<>();
    double step = step();
    double level = height(glyphs.subList(0, GROUP));
    for (int number = 0; number < groups(); number++) {
      double off = (level - height(group(number))) / step;
      if (Math.abs(Math.abs(off) - 1) <= TOLERANCE && together(group(number), step)) {
        groups.add(new Group(context(number), off > 0));
      }
    }
    return groups;
  }

  private static boolean together(List<Glyph> group, double step) {
    return Math.abs(group.get(0).y() - group.get(GROUP - 1).y()) <= 2 * TOLERANCE * step;
  }

  private static double height(List<Glyph> group) {
    return group.stream().mapToDouble(Glyph::y).average().orElse(0);
  }
}
