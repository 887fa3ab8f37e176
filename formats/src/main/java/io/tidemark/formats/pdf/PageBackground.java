package io.tidemark.formats.pdf;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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
  private static final int PAPER = 0xffffff;

  /** Marks a picture: the code for pictures, with its key. */
  @FunctionalInterface
  public interface PictureMark {
    /** The same picture, with the number in it. */
    BufferedImage mark(BufferedImage plain, long payload);
  }

  private PageBackground() {}

  /** Lays a marked picture under each page; pages of one size share it. */
  public static void lay(PDDocument document, PictureMark picture, long payload)
      throws IOException {
    Map<Dimension, PDImageXObject> papers = new HashMap<>();
    for (PDPage page : document.getPages()) {
      PDRectangle box = page.getCropBox();
      Dimension size = new Dimension(pixels(box.getWidth()), pixels(box.getHeight()));
      PDImageXObject paper = papers.get(size);
      if (paper == null) {
        paper = LosslessFactory.createFromImage(document, picture.mark(blank(size), payload));
        papers.put(size, paper);
      }
      try (PDPageContentStream content =
          new PDPageContentStream(document, page, AppendMode.PREPEND, true, true)) {
        content.drawImage(
            paper, box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
      }
    }
  }

  private static BufferedImage blank(Dimension size) {
    BufferedImage paper = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = paper.createGraphics();
    graphics.setColor(new Color(PAPER));
    graphics.fillRect(0, 0, size.width, size.height);
    graphics.dispose();
    return paper;
  }

  private static int pixels(double points) {
    return Math.max(1, (int) Math.round(points / POINTS_PER_INCH * DOTS_PER_INCH));
  }
}
