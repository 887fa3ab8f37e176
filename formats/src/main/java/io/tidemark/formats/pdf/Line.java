package io.tidemark.formats.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Letters that stand on one baseline, or within the reach of a mark of it. From its first letter on
 * the line is cut into groups as wide as one and a half times the font's height: one or two Chinese
 * characters, about three Latin letters. Immutable.
 */
final class Line {
  /** How far a group is raised or lowered: this part of the font's height. */
  static final double STEP = 0.003;

  private static final double WIDTH = 1.5;

  /** Characters as wide as they are high stand clear of the groups' borders by it. */
  private static final double CLEAR_OF_BORDERS = 1 / 6.0;

  private static final double REACH = 1.6 * STEP;
  private static final double CLEAR = 4.5 * STEP;
  private static final double LEVEL = 0.15;
  private static final double TOLERANCE = 0.35;
  private static final int AROUND = 4;

  private final List<Glyph> glyphs;
  private final boolean alone;
  private final double size;
  private final double place;
  private final TreeMap<Integer, List<Glyph>> groups = new TreeMap<>();

  /**
   * @param glyphs at least one, from left to right
   * @param alone whether no other letters stand so near that a mark could join them to this line
   * @param first the page's first line; null for itself
   */
  private Line(List<Glyph> glyphs, boolean alone, @Nullable Line first) {
    this.glyphs = glyphs;
    this.alone = alone;
    double[] sizes = glyphs.stream().mapToDouble(Glyph::size).sorted().toArray();
    this.size = sizes[sizes.length / 2];
    double start = glyphs.get(0).x();
    for (Glyph glyph : glyphs) {
      int group = (int) Math.floor((glyph.x() - start) / (WIDTH * size) + CLEAR_OF_BORDERS);
      groups.computeIfAbsent(group, none -> new ArrayList<>()).add(glyph);
    }
    this.place = first == null ? 0 : (level() - first.level()) / first.size;
  }

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
    Line first = null;
    for (int i = 1; i <= sorted.size(); i++) {
      double gap = i == sorted.size() ? Double.POSITIVE_INFINITY : gap(sorted, i);
      if (gap > REACH) {
        List<Glyph> glyphs = new ArrayList<>(sorted.subList(start, i));
        glyphs.sort(Comparator.comparingDouble(Glyph::x));
        Line line = new Line(glyphs, Math.min(before, gap) > CLEAR, first);
        first = first == null ? line : first;
        if (line.groups.size() > 1) {
          lines.add(line);
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
    return STEP * size;
  }

  /** The groups behind the first, which shows the line's own level. */
  Map<Integer, List<Glyph>> groups() {
    return groups.tailMap(1);
  }

  /**
   * What a group is known by, and so what it carries: every second one the text around it, the
   * others their place on the page, for programs that keep the letters and lose what they are.
   */
  String context(int group) {
    if (group % 2 == 0) {
      return Group.PLACE + Math.round(place * 2) + "|" + group;
    }
    List<Glyph> own = groups.getOrDefault(group, List.of());
    int from = glyphs.indexOf(own.get(0));
    int behind = from + own.size();
    StringBuilder text = new StringBuilder();
    int to = Math.min(glyphs.size(), behind + AROUND);
    for (int i = Math.max(0, from - AROUND); i < to; i++) {
      text.append(i == from || i == behind ? "|" : "").append(glyphs.get(i).text());
    }
    return text.toString();
  }

  /** Whether it can carry a mark: on one level, alone, shown by the page's own content. */
  boolean free() {
    double low = glyphs.stream().mapToDouble(Glyph::y).min().orElse(0);
    double high = glyphs.stream().mapToDouble(Glyph::y).max().orElse(0);
    return alone
        && high - low <= LEVEL * step()
        && glyphs.stream().allMatch(glyph -> glyph.show() >= 0 && glyph.fontSize() != 0);
  }

  private double level() {
    return height(groups.firstEntry().getValue());
  }

  /** The groups that stand one step off the line's level. */
  List<Group> read() {
    List<Group> read = new ArrayList<>();
    double step = step();
    groups()
        .forEach(
            (number, group) -> {
              double off = (level() - height(group)) / step;
              if (Math.abs(Math.abs(off) - 1) <= TOLERANCE && together(group, step)) {
                read.add(new Group(context(number), off > 0));
              }
            });
    return read;
  }

  private static boolean together(List<Glyph> group, double step) {
    double low = group.stream().mapToDouble(Glyph::y).min().orElse(0);
    double high = group.stream().mapToDouble(Glyph::y).max().orElse(0);
    return high - low <= 2 * TOLERANCE * step;
  }

  private static double height(List<Glyph> group) {
    return group.stream().mapToDouble(Glyph::y).average().orElse(0);
  }
}
