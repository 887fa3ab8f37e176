package io.tidemark.media.picture;

/**
 * A rectangle of any angle around a piece of text.
 *
 * @param x its middle
 * @param y its middle
 * @param ux the direction of reading, of length 1
 * @param uy likewise
 * @param length along the direction of reading, in pixels
 * @param thickness across it
 */
public record Box(double x, double y, double ux, double uy, double length, double thickness) {

  /** A corner: {@code along} and {@code across} are -1 (where reading begins, above) or 1. */
  public Point corner(int along, int across) {
    double l = along * length / 2;
    double t = across * thickness / 2;
    return new Point(x + ux * l - uy * t, y + uy * l + ux * t);
  }

  /** Its corners in the picture: where reading begins above, then clockwise as one reads. */
  public Quad quad() {
    return new Quad(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1));
  }

  /** The angle of reading, from -π to π; 0 is to the right, growing clockwise. */
  public double angle() {
    return Math.atan2(uy, ux);
  }

  /** How often it is longer than thick. */
  public double aspect() {
    return length / thickness;
  }

  /** The same place, read from the other end. */
  public Box reversed() {
    return new Box(x, y, -ux, -uy, length, thickness);
  }

  /** The same place, read along the side that lies clockwise next. */
  public Box quarter() {
    return new Box(x, y, -uy, ux, thickness, length);
  }

  /** The same place, read along that of its four sides which lies nearest to a direction. */
  public Box facing(double dx, double dy) {
    Box best = this;
    Box turned = this;
    for (int i = 0; i < 3; i++) {
      turned = turned.quarter();
      if (turned.ux * dx + turned.uy * dy > best.ux * dx + best.uy * dy) {
        best = turned;
      }
    }
    return best;
  }

  /** The stretch between two shares of its length, 0 at the beginning and 1 at the end. */
  public Box stretch(double from, double to) {
    double middle = ((from + to) / 2 - .5) * length;
    return new Box(x + ux * middle, y + uy * middle, ux, uy, (to - from) * length, thickness);
  }

  /** With so many pixels more on every side. */
  public Box grown(double along, double across) {
    return new Box(x, y, ux, uy, length + 2 * along, thickness + 2 * across);
  }

  /** Moved and scaled as the whole picture is. */
  public Box scaled(double factor) {
    return new Box(x * factor, y * factor, ux, uy, length * factor, thickness * factor);
  }
}
