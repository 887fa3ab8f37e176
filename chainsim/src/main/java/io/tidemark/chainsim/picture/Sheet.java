package io.tidemark.chainsim.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A sheet that is drawn on, measured in millimetres or points as its maker likes. */
final class Sheet {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final double unit;

  /**
   * @param width in units
   * @param height in units
   * @param unit pixels that one has
   */
  Sheet(double width, double height, double unit, Color paper) {
    this.unit = unit;
    this.image =
        new BufferedImage(
            (int) Math.round(width * unit),
            (int) Math.round(height * unit),
            BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(paper);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
  }

  /** Writes a line whose characters begin at {@code x} and stand on {@code y}; gives its end. */
  double text(String text, Typeface face, double size, Color colour, double x, double y) {
    graphics.setColor(colour);
    Font font = face.font(size * unit);
    graphics.setFont(font);
    graphics.drawString(text, (float) (x * unit), (float) (y * unit));
    return x + width(text, face, size);
  }

  double width(String text, Typeface face, double size) {
    return face.font(size * unit).getStringBounds(text, graphics.getFontRenderContext()).getWidth()
        / unit;
  }

  void line(Color colour, double thickness, double x1, double y1, double x2, double y2) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke((float) (thickness * unit)));
    graphics.draw(new java.awt.geom.Line2D.Double(x1 * unit, y1 * unit, x2 * unit, y2 * unit));
  }

  void fill(Color colour, double x, double y, double width, double height, double round) {
    graphics.setColor(colour);
    graphics.fill(
        new java.awt.geom.RoundRectangle2D.Double(
            x * unit, y * unit, width * unit, height * unit, round * unit, round * unit));
  }

  void frame(Color colour, double thickness, double x, double y, double width, double height) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke((float) (thickness * unit)));
    graphics.draw(
        new java.awt.geom.Rectangle2D.Double(x * unit, y * unit, width * unit, height * unit));
  }

  /** Fine waves, as security paper has them. */
  void waves(Color colour, double distance) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke((float) Math.max(.6, .08 * unit)));
    double step = distance * unit;
    for (double y = -step; y < image.getHeight() + step; y += step) {
      java.awt.geom.Path2D path = new java.awt.geom.Path2D.Double();
      path.moveTo(0, y);
      for (double x = 0; x <= image.getWidth(); x += step) {
        path.lineTo(x, y + step * Math.sin(x / step / 2));
      }
      graphics.draw(path);
    }
  }

  BufferedImage image() {
    graphics.dispose();
    return image;
  }
}
