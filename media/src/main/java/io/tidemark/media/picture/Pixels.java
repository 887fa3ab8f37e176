package io.tidemark.media.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.jspecify.annotations.Nullable;

/**
 * The colours of a picture, row by row. Nothing changes them once they are made; thread-safe.
 *
 * <p>Frames that show it smaller are taken from copies of half the size each, so that no pixel is
 * left out (the pyramid of Williams 1983); these are made when first asked for.
 */
public final class Pixels {
  private static final int SMALLEST = 32;

  private final int width;
  private final int height;
  private final int[] colours;
  private volatile @Nullable Pixels half;

  private Pixels(int width, int height, int[] colours) {
    this.width = width;
    this.height = height;
    this.colours = colours;
  }

  /** The pixels of an image; what is transparent lies on white. */
  public static Pixels of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] colours =
        image.getType() == BufferedImage.TYPE_3BYTE_BGR && whole(image)
            ? unpacked(((DataBufferByte) image.getRaster().getDataBuffer()).getData())
            : image.getRGB(0, 0, width, height, null, 0, width);
    if (image.getColorModel().hasAlpha()) {
      for (int i = 0; i < colours.length; i++) {
        colours[i] = onWhite(colours[i]);
      }
    }
    return new Pixels(width, height, colours);
  }

  private static boolean whole(BufferedImage image) {
    return image.getRaster().getParent() == null
        && image.getRaster().getDataBuffer().getSize() == 3 * image.getWidth() * image.getHeight();
  }

  /** Blue, green and red of each pixel, as most photographs are decoded. */
  private static int[] unpacked(byte[] bytes) {
    int[] colours = new int[bytes.length / 3];
    for (int i = 0, at = 0; i < colours.length; i++, at += 3) {
      colours[i] = (bytes[at + 2] & 255) << 16 | (bytes[at + 1] & 255) << 8 | (bytes[at] & 255);
    }
    return colours;
  }

  /**
   * As many pixels as these colours, {@code width} of them a row; the array belongs to them now.
   */
  public static Pixels of(int width, int[] colours) {
    return new Pixels(width, colours.length / width, colours);
  }

  private static int onWhite(int argb) {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return argb;
    }
    int red = blend(argb >> 16, alpha);
    int green = blend(argb >> 8, alpha);
    return red << 16 | green << 8 | blend(argb, alpha);
  }

  private static int blend(int colour, int alpha) {
    return ((colour & 255) * alpha + 255 * (255 - alpha)) / 255;
  }

  /** Pixels in a row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The colour at a place within the picture: red, green and blue in its three low bytes. */
  public int at(int x, int y) {
    return colours[y * width + x];
  }

  /** What this frame shows of it; beyond the edge the edge goes on. */
  public Pixels seen(Frame frame) {
    Pixels from = this;
    double scale = frame.scale();
    double shrunk = 1;
    while (scale / shrunk >= 2 && Math.min(from.width, from.height) > SMALLEST) {
      from = from.half();
      shrunk *= 2;
    }
    return from.sampled(frame, shrunk);
  }

  private Pixels sampled(Frame frame, double shrunk) {
    int[] out = new int[frame.width() * frame.height()];
    int at = 0;
    for (int v = 0; v < frame.height(); v++) {
      for (int u = 0; u < frame.width(); u++) {
        double x = frame.x(u + .5, v + .5) / shrunk - .5;
        double y = frame.y(u + .5, v + .5) / shrunk - .5;
        out[at++] = between(x, y);
      }
    }
    return new Pixels(frame.width(), frame.height(), out);
  }

  /** The colour between four pixels, weighed by nearness in parts of 256. */
  private int between(double x, double y) {
    double insideX = Math.min(Math.max(x, 0), width - 1.0);
    double insideY = Math.min(Math.max(y, 0), height - 1.0);
    int left = (int) insideX;
    int top = (int) insideY;
    int fx = (int) ((insideX - left) * 256);
    int fy = (int) ((insideY - top) * 256);
    int row = top * width;
    int below = top + 1 < height ? row + width : row;
    int right = left + 1 < width ? left + 1 : left;
    int upper = mixed(colours[row + left], colours[row + right], fx);
    int lower = mixed(colours[below + left], colours[below + right], fx);
    return mixed(upper, lower, fy);
  }

  /** Red and blue are weighed in one multiplication: each has a byte of room above it. */
  private static int mixed(int one, int other, int part) {
    int redBlue = ((one & 0xff00ff) * (256 - part) + (other & 0xff00ff) * part) >>> 8;
    int green = ((one & 0xff00) * (256 - part) + (other & 0xff00) * part) >>> 8;
    return (redBlue & 0xff00ff) | (green & 0xff00);
  }

  private Pixels half() {
    Pixels made = half;
    if (made == null) {
      made = halved();
      half = made;
    }
    return made;
  }

  private Pixels halved() {
    int halfWidth = width / 2;
    int halfHeight = height / 2;
    int[] out = new int[halfWidth * halfHeight];
    for (int y = 0; y < halfHeight; y++) {
      int row = 2 * y * width;
      for (int x = 0; x < halfWidth; x++) {
        int at = row + 2 * x;
        int upper = mixed(colours[at], colours[at + 1], 128);
        int lower = mixed(colours[at + width], colours[at + width + 1], 128);
        out[y * halfWidth + x] = mixed(upper, lower, 128);
      }
    }
    return new Pixels(halfWidth, halfHeight, out);
  }
}
