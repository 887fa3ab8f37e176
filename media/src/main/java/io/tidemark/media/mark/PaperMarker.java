package io.tidemark.media.mark;

import io.tidemark.media.picture.Pixels;
import java.awt.image.BufferedImage;
import java.security.SecureRandom;

/** Marks the blank paper of a document's page, which stays grey. Thread-safe. */
public final class PaperMarker {
  private final PictureMarker marker;

  /** Under this key. */
  public PaperMarker(PictureKey key) {
    marker = new PictureMarker(key);
  }

  /** The paper with a payload; as it is where it is too small for one. */
  public BufferedImage mark(BufferedImage blank, long payload) {
    int width = blank.getWidth();
    int height = blank.getHeight();
    if (PictureMarker.tooSmall(width, height).isPresent()) {
      return blank;
    }
    Pixels marked = marker.mark(Pixels.of(blank), payload, new SecureRandom());
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        paper.getRaster().setSample(x, y, 0, marked.at(x, y) & 255);
      }
    }
    return paper;
  }
}
