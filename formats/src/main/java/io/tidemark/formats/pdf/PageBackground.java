package io.tidemark.formats.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The one place where a page takes a picture mark: a faint picture under all that the page shows.
 * What the picture says belongs to the code for pictures, which is handed in.
 */
public final class PageBackground {
  /** Pixels of an inch of paper. */
  public static final int DOTS_PER_INCH = 150;

  private static final double POINTS_PER_INCH = 72;
  private static final int PAPER = 0xf7f7f7;

  /** Marks a picture: the code for pictures, with its key. */
  @FunctionalInterface
  public interface PictureMark {
    /** The same picture, with the number in it. */
    BufferedImage mark(BufferedImage plain, long payload);
  }

  private PageBackground() {}

  /**
   * Lays a marked picture under each page. The paper becomes very light grey, since pure white can
   * carry nothing.
   */
  public static void lay(PDDocument document, PictureMark picture, long payload)
      throws IOException {
    for (PDPage page : document.getPages()) {
      PDRectangle box = page.getCropBox();
      BufferedImage marked = picture.mark(paper(box), payload);
      PDImageXObject image = LosslessFactory.createFromImage(document, marked);
      try (PDPageContentStream content =
          new PDPageContentStream(document, page, AppendMode.PREPEND, true, true)) {
        content.drawImage(
            image, box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
      }
    }
  }

  private static BufferedImage paper(PDRectangle box) {
    BufferedImage paper =
        new BufferedImage(
            pixels(box.getWidth()), pixels(box.getHeight()), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < paper.getHeight(); y++) {
      for (int x = 0; x < paper.getWidth(); x++) {
        paper.setRGB(x, y, PAPER);
      }
    }
    return paper;
  }

  private static int pixels(double points) {
    return Math.max(1, (int) Math.round(points / POINTS_PER_INCH * DOTS_PER_INCH));
  }
}
