package io.tidemark.chainsim.picture;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Pictures that show no paper: what a camera sees elsewhere, and slow shades. Thread-safe. */
public final class Scene {
  private static final int OCTAVES = 7;
  private static final int LATTICE = 64;

  private Scene() {}

  /** Hills under a sky: noise of all sizes that adds up (Perlin 1985), with grain. */
  public static BufferedImage hills(long seed, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] lattice = lattice(random);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double horizon = random.nextDouble(.3, .6) * height;
    double grain = random.nextDouble(1, 5);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double shape = noise(lattice, (double) x / width * 4, (double) y / width * 4);
        boolean ground = y > horizon + 200 * noise(lattice, (double) x / width * 3, .5);
        double shade = (random.nextDouble() + random.nextDouble() - 1) * grain;
        double light = ground ? 60 + 150 * shape : 205 - 70.0 * y / height + 18 * shape;
        image.setRGB(
            x,
            y,
            level(light * (ground ? .8 : .85) + shade) << 16
                | level(light * (ground ? 1 : .95) + shade) << 8
                | level(light * (ground ? .55 : 1.1) + shade));
      }
    }
    return image;
  }

  /** Shades that hardly change from pixel to pixel, without any grain. */
  public static BufferedImage gradient(long seed, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double[] from = random.doubles(3, 30, 225).toArray();
    double[] across = random.doubles(3, -90, 90).toArray();
    double[] down = random.doubles(3, -90, 90).toArray();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = 0;
        for (int i = 0; i < 3; i++) {
          rgb = rgb << 8 | level(from[i] + across[i] * x / width + down[i] * y / height);
        }
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }

  private static double[][] lattice(SplittableRandom random) {
    double[][] lattice = new double[LATTICE][];
    for (int i = 0; i < LATTICE; i++) {
      lattice[i] = random.doubles(LATTICE).toArray();
    }
    return lattice;
  }

  /** From 0 to 1. */
  private static double noise(double[][] lattice, double x, double y) {
    double sum = 0;
    double all = 0;
    for (int octave = 0; octave < OCTAVES; octave++) {
      double times = 1 << octave;
      double part = Math.pow(.55, octave);
      sum += part * between(lattice, x * times + 7 * octave, y * times + 13 * octave);
      all += part;
    }
    return sum / all;
  }

  private static double between(double[][] lattice, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double fx = smooth(x - left);
    double fy = smooth(y - top);
    double upper = at(lattice, left, top) * (1 - fx) + at(lattice, left + 1, top) * fx;
    double lower = at(lattice, left, top + 1) * (1 - fx) + at(lattice, left + 1, top + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  }

  private static double at(double[][] lattice, int x, int y) {
    return lattice[Math.floorMod(y, LATTICE)][Math.floorMod(x, LATTICE)];
  }

  private static double smooth(double part) {
    return part * part * (3 - 2 * part);
  }

  private static int level(double value) {
    return (int) Math.min(255, Math.max(0, value));
  }
}
