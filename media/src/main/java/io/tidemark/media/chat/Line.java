package io.tidemark.media.chat;

import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a screenshot, laid on the scroll.
 *
 * @param text as it was read
 * @param screen which screenshot shows it
 * @param shown as a line of that screenshot
 * @param y its middle on the scroll
 * @param edge how far its middle is from the nearer bar of its screenshot
 */
record Line(String text, int screen, TextLine shown, double y, double edge, int width) {
  /** What the bar at the head takes of a screenshot's height, and the one at the foot. */
  private static final double BAR = .075;

  Box box() {
    return shown.place();
  }

  double begin() {
    return box().x() - box().length() / 2;
  }

  double end() {
    return box().x() + box().length() / 2;
  }

  /** How much of the shown line's text was blank before this one's. */
  int lead() {
    return shown.text().reveal(Reveal.CLASSIFY).indexOf(text);
  }

  /** Whether both stand at one height. */
  boolean level(Line other) {
    return Math.abs(y - other.y) < Math.min(box().thickness(), other.box().thickness()) / 2;
  }

  @Override
  public String toString() {
    return "Line[" + screen + ", " + y + "]";
  }

  /** What stands between the bar at the head and the one at the foot. */
  static List<Line> within(Screen screen, int number) {
    return all(screen, number).stream().filter(line -> line.edge() > 0).toList();
  }

  /** All lines; the edge is not above 0 where they stand in a bar. */
  static List<Line> all(Screen screen, int number) {
    double top = BAR * screen.height();
    double foot = screen.height() - top;
    List<Line> all = new ArrayList<>();
    for (TextLine line : screen.lines()) {
      double y = line.place().y();
      String text = line.text().reveal(Reveal.CLASSIFY).strip();
      double edge = Math.min(y - top, foot - y);
      all.add(new Line(text, number, line, y, edge, screen.width()));
    }
    return all;
  }

  /** The same, so much further down. */
  Line down(double by) {
    return new Line(text, screen, shown, y + by, edge, width);
  }
}
