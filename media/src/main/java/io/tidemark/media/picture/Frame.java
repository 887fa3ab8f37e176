package io.tidemark.media.picture;

/**
 * A rectangular window on a picture, of any angle and scale: where each of its points lies there.
 *
 * @param width of the frame, in its own pixels
 * @param height of the frame
 * @param originX where its corner lies in the picture
 * @param originY likewise
 * @param rightX how far one step to the right in the frame goes in the picture
 * @param rightY likewise
 * @param downX how far one step down goes
 * @param downY likewise
 */
public record Frame(
    int width,
    int height,
    double originX,
    double originY,
    double rightX,
    double rightY,
    double downX,
    double downY) {

  /** The whole picture, {@code scale} times as large. */
  public static Frame whole(Pixels picture, double scale) {
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    return new Frame(
        width,
        height,
        0,
        0,
        (double) picture.width() / width,
        0,
        0,
        (double) picture.height() / height);
  }

  /** What a box holds, laid upright into so many pixels. */
  public static Frame of(Box box, int width, int height) {
    Point corner = box.corner(-1, -1);
    double along = box.length() / width;
    double across = box.thickness() / height;
    return new Frame(
        width,
        height,
        corner.x(),
        corner.y(),
        box.ux() * along,
        box.uy() * along,
        -box.uy() * across,
        box.ux() * across);
  }

  /** A part of it, at the same scale. */
  public Frame part(int left, int top, int partWidth, int partHeight) {
    return new Frame(
        partWidth, partHeight, x(left, top), y(left, top), rightX, rightY, downX, downY);
  }

  /** Pixels of the picture for one of the frame's. */
  public double scale() {
    return Math.sqrt(Math.abs(rightX * downY - rightY * downX));
  }

  /** Where a point of the frame lies in the picture. */
  public double x(double u, double v) {
    return originX + rightX * u + downX * v;
  }

  /** Where a point of the frame lies in the picture. */
  public double y(double u, double v) {
    return originY + rightY * u + downY * v;
  }

  /** Where a box of the frame lies in the picture; the frame's pixels are square there. */
  public Box inPicture(Box box) {
    double ux = rightX * box.ux() + downX * box.uy();
    double uy = rightY * box.ux() + downY * box.uy();
    double scale = Math.hypot(ux, uy);
    return new Box(
        x(box.x(), box.y()),
        y(box.x(), box.y()),
        ux / scale,
        uy / scale,
        box.length() * scale,
        box.thickness() * scale());
  }
}
