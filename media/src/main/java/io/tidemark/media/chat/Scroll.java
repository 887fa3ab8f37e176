package io.tidemark.media.chat;

import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Screenshots laid one below the other as the conversation was before it was scrolled: lines that
 * two neighbours share say by how much.
 */
final class Scroll {
  private static final double BAR = .075;
  private static final double SAME_PLACE = .35;
  private static final int ENOUGH = 4;
  private static final double GAP = 4;

  private final List<Line> lines = new ArrayList<>();
  private double offset;

  /**
   * A line on the scroll.
   *
   * @param text as it was read
   * @param screen which screenshot shows it
   * @param shown as a line of that screenshot
   * @param y its middle on the scroll
   * @param edge how far its middle is from the nearer bar of its screenshot
   */
  record Line(String text, int screen, TextLine shown, double y, double edge, int width) {
    Box box() {
      return shown.place();
    }

    double begin() {
      return box().x() - box().length() / 2;
    }

    double end() {
      return box().x() + box().length() / 2;
    }

    @Override
    public String toString() {
      return "Line[" + screen + ", " + y + "]";
    }
  }

  /** The lines of these screenshots from first to last, each once, without the bars. */
  static List<Line> of(List<Screen> screens) {
    Scroll scroll = new Scroll();
    List<Line> before = List.of();
    for (int i = 0; i < screens.size(); i++) {
      List<Line> shown = within(screens.get(i), i);
      scroll.add(before, shown);
      before = shown;
    }
    scroll.lines.sort(Comparator.comparingDouble(Line::y).thenComparingDouble(Line::begin));
    return scroll.lines;
  }

  /** What stands between the bar at the head and the one at the foot. */
  private static List<Line> within(Screen screen, int number) {
    double top = BAR * screen.height();
    double foot = screen.height() - top;
    List<Line> within = new ArrayList<>();
    for (TextLine line : screen.lines()) {
      double y = line.place().y();
      if (y > top && y < foot) {
        String text = line.text().reveal(Reveal.CLASSIFY).strip();
        double edge = Math.min(y - top, foot - y);
        within.add(new Line(text, number, line, y, edge, screen.width()));
      }
    }
    return within;
  }

  private void add(List<Line> before, List<Line> shown) {
    if (!before.isEmpty() && !shown.isEmpty()) {
      offset += scrolled(before, shown);
    }
    for (Line line : shown) {
      Line placed =
          new Line(
              line.text(),
              line.screen(),
              line.shown(),
              line.y() + offset,
              line.edge(),
              line.width());
      Line there = sameLine(placed);
      if (there == null) {
        lines.add(placed);
      } else if (there.edge() < placed.edge() && there.screen() != placed.screen()) {
        lines.set(lines.indexOf(there), placed);
      }
    }
  }

  /** What an earlier screenshot shows at that place, if anything. */
  private @Nullable Line sameLine(Line placed) {
    double near = SAME_PLACE * placed.box().thickness();
    for (Line there : lines) {
      if (there.screen() < placed.screen()
          && Math.abs(there.y() - placed.y()) < near
          && there.begin() < placed.end()
          && placed.begin() < there.end()) {
        return there;
      }
    }
    return null;
  }

  /**
   * By how much: what lines that both show say, less what lines say that both should show and only
   * one does; people write the same words again. Where nothing speaks for any, nothing is shared.
   */
  private static double scrolled(List<Line> before, List<Line> shown) {
    double best = 0;
    int most = ENOUGH - 1;
    for (Line upper : before) {
      for (Line lower : shown) {
        if (same(upper, lower)) {
          double by = upper.y() - lower.y();
          int agreed = agreed(before, shown, by);
          if (agreed > most) {
            most = agreed;
            best = by;
          }
        }
      }
    }
    if (most >= ENOUGH) {
      return best;
    }
    double last = before.stream().mapToDouble(Line::y).max().orElse(0);
    double first = shown.stream().mapToDouble(Line::y).min().orElse(0);
    return last - first + GAP * shown.get(0).box().thickness();
  }

  private static boolean same(Line upper, Line lower) {
    return Math.abs(upper.begin() - lower.begin()) < upper.box().thickness()
        && Likeness.same(upper.text(), lower.text());
  }

  /** Characters of lines that agree if one was scrolled so far, less those that do not. */
  private static int agreed(List<Line> before, List<Line> shown, double by) {
    double top = shown.stream().mapToDouble(Line::y).min().orElse(0);
    int agreed = 0;
    for (Line upper : before) {
      double near = SAME_PLACE * upper.box().thickness();
      boolean there =
          shown.stream()
              .anyMatch(lower -> Math.abs(upper.y() - by - lower.y()) < near && same(upper, lower));
      if (there) {
        agreed += upper.text().length();
      } else if (upper.y() - by > top && upper.edge() > upper.box().thickness()) {
        agreed -= upper.text().length();
      }
    }
    return agreed;
  }
}
