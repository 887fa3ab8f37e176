package io.tidemark.media.ocr;

import io.tidemark.find.Span;
import io.tidemark.media.ocr.Reading.Glyph;
import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Pixels;
import io.tidemark.media.picture.Point;
import io.tidemark.terms.PersonalText;
import java.util.Arrays;

/**
 * A line of text in a picture.
 *
 * @param place where it stands, in pixels of the original picture
 * @param text the likeliest reading
 * @param reading what else it may be
 * @param ground the colour that it stands on: red, green and blue in the three low bytes
 */
public record TextLine(Box place, PersonalText text, Reading reading, int ground) {
  private static final double INSIDE = .96;

  /**
   * A line as it was read.
   *
   * @param box its place in the pixels
   * @param step how many pixels of the original stand for one of these
   */
  static TextLine of(Pixels pixels, int step, Box box, Reading reading) {
    return new TextLine(
        box.scaled(step), PersonalText.of(reading.text()), reading, ground(pixels, box));
  }

  /** From 0 to 1: the mean of its characters. */
  public double confidence() {
    return reading.confidence();
  }

  /**
   * Where a stretch of its text stands: between the characters around its ends.
   *
   * @param span in UTF-16 units of its text
   */
  public Box place(Span span) {
    int at = 0;
    double from = 0;
    double to = 1;
    double before = 0;
    for (Glyph glyph : reading.glyphs()) {
      double between = at == 0 ? 0 : (before + glyph.at()) / 2;
      if (at == span.start()) {
        from = between;
      }
      if (at == span.end()) {
        to = between;
      }
      before = glyph.at();
      at += glyph.symbol().length();
    }
    return place.stretch(from, to);
  }

  /** At its corners, in each colour what lies in the middle of the four. */
  private static int ground(Pixels pixels, Box box) {
    Box inner =
        new Box(
            box.x(), box.y(), box.ux(), box.uy(), box.length() * INSIDE, box.thickness() * INSIDE);
    int[] seen = new int[4];
    for (int corner = 0; corner < 4; corner++) {
      Point point = inner.corner(corner / 2 * 2 - 1, corner % 2 * 2 - 1);
      int x = (int) Math.min(Math.max(point.x(), 0), pixels.width() - 1.0);
      int y = (int) Math.min(Math.max(point.y(), 0), pixels.height() - 1.0);
      seen[corner] = pixels.at(x, y);
    }
    int ground = 0;
    for (int bits = 0; bits <= 16; bits += 8) {
      int shift = bits;
      int[] sorted = Arrays.stream(seen).map(rgb -> rgb >> shift & 255).sorted().toArray();
      ground |= (sorted[1] + sorted[2]) / 2 << bits;
    }
    return ground;
  }
}
