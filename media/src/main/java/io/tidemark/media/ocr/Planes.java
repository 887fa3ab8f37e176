package io.tidemark.media.ocr;

import io.tidemark.media.picture.Pixels;

/**
 * How a network wants colours: a plane each for blue, green and red, scaled and shifted.
 *
 * @param mean of each plane, where 1 is the brightest
 * @param deviation of each plane
 */
record Planes(float[] mean, float[] deviation) {
  /** As detection was trained: the figures of ImageNet. */
  static final Planes IMAGENET =
      new Planes(new float[] {.485f, .456f, .406f}, new float[] {.229f, .224f, .225f});

  /** As direction and recognition were trained: from -1 to 1. */
  static final Planes PLAIN = new Planes(new float[] {.5f, .5f, .5f}, new float[] {.5f, .5f, .5f});

  /**
   * Writes pixels to the {@code number}-th picture of a batch, whose pictures are {@code width} and
   * as high as these; what these do not fill stays as it is.
   */
  void write(Pixels pixels, float[] batch, int number, int width) {
    int plane = width * pixels.height();
    int start = number * 3 * plane;
    for (int colour = 0; colour < 3; colour++) {
      float scale = 1 / (255 * deviation[colour]);
      float shift = -mean[colour] / deviation[colour];
      int bits = 8 * colour;
      for (int y = 0; y < pixels.height(); y++) {
        int at = start + colour * plane + y * width;
        for (int x = 0; x < pixels.width(); x++) {
          batch[at + x] = (pixels.at(x, y) >> bits & 255) * scale + shift;
        }
      }
    }
  }
}
