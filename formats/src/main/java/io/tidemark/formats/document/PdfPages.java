package io.tidemark.formats.document;

import io.tidemark.formats.pdf.Traces;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** The pages of a PDF: their text; of a page without text its picture. */
final class PdfPages {
  private static final int DOTS_PER_INCH = 150;
  private static final double POINTS_PER_INCH = 72;
  private static final double MOST_PIXELS = 20_000_000;

  /** So many pages are looked at as pictures: each takes about a second. */
  private static final int MOST_PAGES = 20;

  /** A scanned page may have a stamp or a number as text. */
  private static final int FEW_CHARACTERS = 20;

  private PdfPages() {}

  static void read(Path file, Sink sink) throws IOException, Wire.Refused {
    try (PDDocument document = opened(file, "")) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = stripper.getText(document);
        if (!text.isBlank()) {
          sink.put(new Frame.Page(page, text));
        }
        boolean pictured =
            text.strip().length() < FEW_CHARACTERS
                && document.getPage(page - 1).getResources().getXObjectNames().iterator().hasNext();
        if (pictured && fits(document.getPage(page - 1).getCropBox())) {
          sink.put(picture(renderer.renderImageWithDPI(page - 1, DOTS_PER_INCH), page));
        }
      }
    }
  }

  static void traces(Path file, String password, Sink sink) throws IOException, Wire.Refused {
    try (PDDocument document = opened(file, password)) {
      sink.put(new Frame.Marks(Traces.of(document)));
    }
  }

  /** The first pages, as far as they are of a usual size. */
  static void pictures(Path file, String password, Sink sink) throws IOException, Wire.Refused {
    try (PDDocument document = opened(file, password)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
        if (fits(document.getPage(page).getCropBox())) {
          sink.put(picture(renderer.renderImageWithDPI(page, DOTS_PER_INCH), page + 1));
        }
      }
    }
  }

  private static PDDocument opened(Path file, String password) throws IOException, Wire.Refused {
    try {
      return Loader.loadPDF(
          file.toFile(), password, null, null, IOUtils.createMemoryOnlyStreamCache());
    } catch (InvalidPasswordException e) {
      throw password.isEmpty() ? Parsers.locked() : Parsers.otherPassword();
    }
  }

  private static boolean fits(PDRectangle box) {
    double inches = box.getWidth() / POINTS_PER_INCH * (box.getHeight() / POINTS_PER_INCH);
    return inches * DOTS_PER_INCH * DOTS_PER_INCH <= MOST_PIXELS;
  }

  private static Frame picture(BufferedImage image, int page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return new Frame.Attached("page-" + page + ".png", bytes.toByteArray());
  }
}
