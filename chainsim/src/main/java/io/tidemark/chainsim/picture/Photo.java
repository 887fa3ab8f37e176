package io.tidemark.chainsim.picture;

import io.tidemark.chainsim.portfolio.Draw;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.SplittableRandom;

/**
 * A sheet as a telephone takes it: lying at any angle on a table, seen aslant, unevenly lit,
 * blurred, noisy.
 *
 * <p>The sheet's longer side takes {@code .40} to {@code .78} of a picture of 1,440 to 2,000
 * pixels; its corners are off by up to 5 % of its sides; light falls off by up to 40 %; the blur's
 * deviation is up to 1.1 pixels, the noise's up to 7 of 255.
 */
final class Photo {
  private final Draw draw;
  private final SplittableRandom noise;

  Photo(Draw draw) {
    this.draw = draw;
    this.noise = new SplittableRandom(draw.below(Long.MAX_VALUE));
  }

  BufferedImage of(BufferedImage sheet) {
    int width = draw.between(1440, 2000);
    int height = width * 3 / 4;
    double longer = Math.max(sheet.getWidth(), sheet.getHeight());
    double scale = (.40 + .38 * draw.fraction()) * width / longer;
    double angle = draw.fraction() * 2 * Math.PI;
    double half = reach(sheet, scale);
    double room = Math.max(0, height / 2.0 - half);
    double cx = width / 2.0 + (draw.fraction() - .5) * 2 * Math.max(0, width / 2.0 - half);
    double cy = height / 2.0 + (draw.fraction() - .5) * 2 * room;
    double fits = Math.min(1, height / 2.0 / half);
    double[] corners = new double[8];
    for (int i = 0; i < 4; i++) {
      double x = (i == 0 || i == 3 ? -.5 : .5) + (draw.fraction() - .5) * .1;
      double y = (i < 2 ? -.5 : .5) + (draw.fraction() - .5) * .1;
      double px = x * sheet.getWidth() * scale * fits;
      double py = y * sheet.getHeight() * scale * fits;
      corners[2 * i] = cx + px * Math.cos(angle) - py * Math.sin(angle);
      corners[2 * i + 1] = cy + px * Math.sin(angle) + py * Math.cos(angle);
    }
    BufferedImage table = table(width, height);
    lay(sheet, corners, table);
    lit(table);
    return noisy(blurred(table, .4 + .7 * draw.fraction()), 1 + 6 * draw.fraction());
  }

  private static double reach(BufferedImage sheet, double scale) {
    return Math.hypot(sheet.getWidth(), sheet.getHeight()) * scale * .53;
  }

  /** A table top: a colour with a grain. */
  private BufferedImage table(int width, int height) {
    BufferedImage table = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int red = draw.between(60, 190);
    int green = draw.between(50, 170);
    int blue = draw.between(40, 160);
    double grain = draw.between(5, 40);
    double slope = draw.fraction() * 2 - 1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double at = (y + slope * x) / grain;
        int shade = (int) (14 * Math.sin(at + 2 * Math.sin(x / 97.0)) + 6 * Math.sin(at * 3.7));
        table.setRGB(x, y, colour(red + shade, green + shade, blue + shade));
      }
    }
    return table;
  }

  /** Lays the sheet with its corners there, each pixel of the table asking which it shows. */
  private static void lay(BufferedImage sheet, double[] corners, BufferedImage table) {
    Homography onto = Homography.fromUnitSquare(corners).inverse();
    int width = sheet.getWidth();
    int height = sheet.getHeight();
    for (int y = 0; y < table.getHeight(); y++) {
      for (int x = 0; x < table.getWidth(); x++) {
        double u = onto.x(x + .5, y + .5) * width - .5;
        double v = onto.y(x + .5, y + .5) * height - .5;
        if (u >= 0 && v >= 0 && u < width - 1 && v < height - 1) {
          table.setRGB(x, y, between(sheet, u, v));
        }
      }
    }
  }

  private static int between(BufferedImage sheet, double u, double v) {
    int left = (int) u;
    int top = (int) v;
    double fx = u - left;
    double fy = v - top;
    int out = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double upper =
          (sheet.getRGB(left, top) >> shift & 255) * (1 - fx)
              + (sheet.getRGB(left + 1, top) >> shift & 255) * fx;
      double lower =
          (sheet.getRGB(left, top + 1) >> shift & 255) * (1 - fx)
              + (sheet.getRGB(left + 1, top + 1) >> shift & 255) * fx;
      out |= (int) (upper * (1 - fy) + lower * fy) << shift;
    }
    return out;
  }

  private void lit(BufferedImage image) {
    double angle = draw.fraction() * 2 * Math.PI;
    double fall = .4 * draw.fraction();
    double warm = .12 * (draw.fraction() - .5);
    double span = Math.hypot(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        double far = (x * Math.cos(angle) + y * Math.sin(angle)) / span;
        double light = 1 - fall * (.5 + far / 2);
        int rgb = image.getRGB(x, y);
        image.setRGB(
            x,
            y,
            colour(
                (rgb >> 16 & 255) * light * (1 + warm),
                (rgb >> 8 & 255) * light,
                (rgb & 255) * light * (1 - warm)));
      }
    }
  }

  private static BufferedImage blurred(BufferedImage image, double deviation) {
    int reach = 3;
    float[] weights = new float[2 * reach + 1];
    float sum = 0;
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = (float) Math.exp(-i * i / (2 * deviation * deviation));
      sum += weights[i + reach];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    ConvolveOp across =
        new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
    ConvolveOp down =
        new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
    return down.filter(across.filter(image, null), null);
  }

  private BufferedImage noisy(BufferedImage image, double deviation) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        double grey = grain() * deviation;
        image.setRGB(
            x,
            y,
            colour(
                (rgb >> 16 & 255) + grey + grain() * deviation / 2,
                (rgb >> 8 & 255) + grey,
                (rgb & 255) + grey + grain() * deviation / 2));
      }
    }
    return image;
  }

  /** The sum of four even chances is nearly a normal one. */
  private double grain() {
    double sum = -2;
    for (int i = 0; i < 4; i++) {
      sum += noise.nextDouble();
    }
    return sum * 1.73;
  }

  private static int colour(double red, double green, double blue) {
    return clipped(red) << 16 | clipped(green) << 8 | clipped(blue);
  }

  private static int clipped(double value) {
    return (int) Math.min(255, Math.max(0, value));
  }
}
