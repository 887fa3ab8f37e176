package io.tidemark.media.mark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Draws the mark of a screen: a small picture that a browser lays over a page again and again, and
 * that a screenshot, or a part of one, still says ({@link PictureReader} reads it as it reads
 * pictures). It is a veil of one colour, black over light pages and white over dark ones, whose
 * opacity goes up and down by the waves of the mark: whatever lies below it, a card, a table, a
 * photograph, carries it, and letters keep their contrast. Thread-safe.
 */
public final class ScreenMarker {
  /** Pixels of CSS on a side of the picture; it repeats without a seam. */
  public static final int SIDE = Carriers.PERIOD;

  /** What the page below looks like. */
  public enum Ground {
    /** Dark letters on light paper. */
    LIGHT(0x000000),
    /** Light letters on dark paper. */
    DARK(0xffffff);

    private final int veil;

    Ground(int veil) {
      this.veil = veil;
    }
  }

  /** How opaque the veil is in the mean, of 255: it can only take away light, or only add some. */
  private static final float MEAN = 2.5f;

  /** How far its opacity goes up and down, as a standard deviation, of 255. */
  private static final float STRENGTH = .7f;

  private final Carriers carriers;

  /** A marker of this key. */
  public ScreenMarker(PictureKey key) {
    carriers = new Carriers(key);
  }

  /** The veil that says this payload, as a PNG of {@link #SIDE} by {@link #SIDE} pixels. */
  public byte[] tile(long payload, Ground ground) {
    Tile tile = Tile.of(carriers, payload, SIDE);
    BufferedImage veil = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    float sign = ground == Ground.LIGHT ? -1 : 1;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int opacity = Math.max(0, Math.round(MEAN + sign * STRENGTH * tile.at(x, y)));
        veil.setRGB(x, y, opacity << 24 | ground.veil);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(veil, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return png.toByteArray();
  }
}
