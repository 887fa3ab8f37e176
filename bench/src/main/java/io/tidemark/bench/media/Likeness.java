package io.tidemark.bench.media;

import io.tidemark.media.picture.Pixels;

/**
 * How like a marked picture is to its original.
 *
 * @param psnr peak signal to noise ratio over red, green and blue, in decibel
 * @param ssim structural similarity of the brightness (Wang, Bovik, Sheikh and Simoncelli 2004),
 *     over squares of 8 by 8 pixels, every fourth
 */
record Likeness(double psnr, double ssim) {
  private static final int SIDE = 8;
  private static final int STEP = 4;
  private static final double C1 = .01 * 255 * .01 * 255;
  private static final double C2 = .03 * 255 * .03 * 255;

  static Likeness of(Pixels original, Pixels marked) {
    return new Likeness(psnr(original, marked), ssim(original, marked));
  }

  private static double psnr(Pixels one, Pixels other) {
    double squares = 0;
    for (int y = 0; y < one.height(); y++) {
      for (int x = 0; x < one.width(); x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          int off = (one.at(x, y) >> shift & 255) - (other.at(x, y) >> shift & 255);
          squares += off * off;
        }
      }
    }
    return 10 * Math.log10(255.0 * 255 * 3 * one.width() * one.height() / squares);
  }

  private static double ssim(Pixels one, Pixels other) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y + SIDE <= one.height(); y += STEP) {
      for (int x = 0; x + SIDE <= one.width(); x += STEP) {
        sum += square(one, other, x, y);
        count++;
      }
    }
    return sum / count;
  }

  private static double square(Pixels one, Pixels other, int left, int top) {
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = top; y < top + SIDE; y++) {
      for (int x = left; x < left + SIDE; x++) {
        double p = brightness(one.at(x, y));
        double q = brightness(other.at(x, y));
        a += p;
        b += q;
        aa += p * p;
        bb += q * q;
        ab += p * q;
      }
    }
    int n = SIDE * SIDE;
    a /= n;
    b /= n;
    double varianceA = aa / n - a * a;
    double varianceB = bb / n - b * b;
    double both = ab / n - a * b;
    return (2 * a * b + C1)
        * (2 * both + C2)
        / ((a * a + b * b + C1) * (varianceA + varianceB + C2));
  }

  private static double brightness(int rgb) {
    return .299 * (rgb >> 16 & 255) + .587 * (rgb >> 8 & 255) + .114 * (rgb & 255);
  }
}
