package io.tidemark.app.files;

import io.tidemark.formats.pdf.PageBackground.PictureMark;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureMarker;
import io.tidemark.media.picture.Pixels;
import java.awt.image.BufferedImage;
import java.security.SecureRandom;

/** The paper of a document's page, marked as a picture is. Thread-safe. */
public final class PagePaper implements PictureMark {
  private final PictureMarker marker;

  /** Paper under this key. */
  public PagePaper(PictureKey key) {
    marker = new PictureMarker(key);
  }

  @Override
  public BufferedImage mark(BufferedImage plain, long payload) {
    if (PictureMarker.tooSmall(plain.getWidth(), plain.getHeight()).isPresent()) {
      return plain;
    }
    Pixels marked = marker.mark(Pixels.of(plain), payload, new SecureRandom());
    BufferedImage paper =
        new BufferedImage(plain.getWidth(), plain.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < paper.getHeight(); y++) {
      for (int x = 0; x < paper.getWidth(); x++) {
        paper.getRaster().setSample(x, y, 0, marked.at(x, y) & 255);
      }
    }
    return paper;
  }
}
