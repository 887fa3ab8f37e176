package io.tidemark.media.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Screenshots laid one below the other as the conversation was before it was scrolled: lines that
 * two neighbours share say by how much.
 */
final class Scroll {
  private static final double SAME_PLACE = .35;

  /** Neighbours, and the one before, which share lines where a scroll was short. */
  private static final int NEIGHBOURS = 2;

  private final List<Line> lines = new ArrayList<>();
  private double offset;

  /** The lines of these screenshots from first to last, each once, without the bars. */
  static List<Line> of(List<Screen> screens) {
    Scroll scroll = new Scroll();
    List<Line> before = List.of();
    for (int i = 0; i < screens.size(); i++) {
      List<Line> shown = Line.within(screens.get(i), i);
      scroll.add(before, shown);
      before = shown;
    }
    return rows(scroll.lines);
  }

  /** From above to below, and what stands at one height from left to right. */
  private static List<Line> rows(List<Line> lines) {
    lines.sort(Comparator.comparingDouble(Line::y));
    List<Line> ordered = new ArrayList<>(lines.size());
    List<Line> row = new ArrayList<>();
    for (Line line : lines) {
      if (!row.isEmpty() && !row.get(0).level(line)) {
        row.sort(Comparator.comparingDouble(Line::begin));
        ordered.addAll(row);
        row.clear();
      }
      row.add(line);
    }
    row.sort(Comparator.comparingDouble(Line::begin));
    ordered.addAll(row);
    return ordered;
  }

  private void add(List<Line> before, List<Line> shown) {
    if (!before.isEmpty() && !shown.isEmpty()) {
      offset += Overlap.of(before, shown);
    }
    for (Line line : shown) {
      Line placed = line.down(offset);
      int there = sameLine(placed);
      if (there < 0) {
        lines.add(placed);
      } else if (lines.get(there).edge() < placed.edge()) {
        lines.set(there, placed);
      }
    }
  }

  /** Where the line is that an earlier screenshot shows at that place; -1 where none is. */
  private int sameLine(Line placed) {
    double near = SAME_PLACE * placed.box().thickness();
    int least = Math.max(0, lines.size() - (NEIGHBOURS + 1) * Overlap.MOST_LINES);
    for (int i = lines.size() - 1; i >= least; i--) {
      Line there = lines.get(i);
      if (there.screen() < placed.screen()
          && there.screen() >= placed.screen() - NEIGHBOURS
          && Math.abs(there.y() - placed.y()) < near
          && there.begin() < placed.end()
          && placed.begin() < there.end()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * What stands in the bars at head and foot: each text once, and none that is a line of the
   * conversation in this screenshot or in a neighbour.
   */
  static List<Line> bars(List<Screen> screens) {
    Set<String> told = new HashSet<>();
    List<Line> bars = new ArrayList<>();
    for (int i = 0; i < screens.size(); i++) {
      List<Line> near = new ArrayList<>();
      for (int j = Math.max(0, i - 1); j < Math.min(screens.size(), i + 2); j++) {
        near.addAll(Line.within(screens.get(j), j));
      }
      for (Line line : Line.all(screens.get(i), i)) {
        if (line.edge() <= 0
            && near.stream().noneMatch(one -> Likeness.same(one.text(), line.text()))
            && told.add(line.text())) {
          bars.add(line);
        }
      }
    }
    return bars;
  }
}
