package io.tidemark.media.mark;

import io.tidemark.media.picture.Pixels;
import io.tidemark.terms.Refusal;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Marks pictures under one key: adds a faint pattern that says a payload of 64 bits, repeats over
 * the whole picture and needs neither the original nor its size to be read ({@link PictureReader}).
 * The tables of the key live as long as this object. Thread-safe.
 *
 * <p>Cost on one processor: below 0.1 s for 1,280 × 880 pixels, in proportion to the pixels.
 */
public final class PictureMarker {
  /** The fewest pixels on the short side that carry a mark. */
  public static final int SHORT_SIDE = 240;

  /** The fewest pixels in all. */
  public static final int AREA = 100_000;

  private static final double USUAL_SIDE = 1280;
  private static final int SIDE_STEP = 8;
  private static final float DARKEST = .4f;
  private static final float BRIGHTEST = 254.2f;

  private final Carriers carriers;

  /** A marker of this key. */
  public PictureMarker(PictureKey key) {
    carriers = new Carriers(key);
  }

  /** Why a picture of this size cannot be marked; nothing where it can. */
  public static Optional<Refusal> tooSmall(int width, int height) {
    if (Math.min(width, height) >= SHORT_SIDE && (long) width * height >= AREA) {
      return Optional.empty();
    }
    String size = width + "×" + height;
    return Optional.of(
        Refusal.of(
            "picture-too-small",
            "图片 " + size + " 太小，放不下标记：短边至少 " + SHORT_SIDE + " 像素，共至少 " + AREA + " 像素；请用更大的原图",
            "the picture has "
                + size
                + " pixels, too few to carry a mark: the short side needs "
                + SHORT_SIDE
                + ", all of it "
                + AREA
                + "; take a larger original"));
  }

  /**
   * The picture with the mark of a payload.
   *
   * @param random where the pattern begins, which nobody needs to know; secure where one payload
   *     marks many pictures
   * @throws IllegalArgumentException if it is {@link #tooSmall}
   */
  public Pixels mark(Pixels picture, long payload, RandomGenerator random) {
    int width = picture.width();
    int height = picture.height();
    if (tooSmall(width, height).isPresent()) {
      throw new IllegalArgumentException(width + "×" + height + " is too small for a mark");
    }
    double enlarged = Math.max(1, Math.max(width, height) / USUAL_SIDE);
    int side = SIDE_STEP * (int) Math.round(Carriers.PERIOD * enlarged / SIDE_STEP);
    Tile tile = Tile.of(carriers, payload, side);
    Coarse strength = Strength.of(Plane.brightness(picture), enlarged);
    int left = random.nextInt(side);
    int top = random.nextInt(side);
    int[] marked = new int[width * height];
    float[] strengths = new float[width];
    for (int y = 0; y < height; y++) {
      strength.row(y, strengths);
      int tileRow = (y + top) % side;
      int tileColumn = left;
      for (int x = 0; x < width; x++) {
        float added = strengths[x] * tile.at(tileColumn, tileRow);
        marked[y * width + x] = brighter(picture.at(x, y), added);
        tileColumn = tileColumn + 1 == side ? 0 : tileColumn + 1;
      }
    }
    return Pixels.of(width, marked);
  }

  private static int brighter(int rgb, float by) {
    return channel(rgb >> 16 & 255, by) << 16
        | channel(rgb >> 8 & 255, by) << 8
        | channel(rgb & 255, by);
  }

  /** Kept away from black and white, so that neither cuts off half of the waves. */
  private static int channel(int value, float by) {
    float moved = Math.min(BRIGHTEST, Math.max(DARKEST, value)) + by;
    return Math.min(255, Math.max(0, (int) (moved + .5f)));
  }
}
