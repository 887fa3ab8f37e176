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

  /** A scanned page may have a stamp or a number as text. */
  private static final int FEW_CHARACTERS = 20;

  private PdfPages() {}

  static void read(Path file, Sink sink) throws IOException, Wire.Refused {
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
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
    } catch (InvalidPasswordException e) {
      throw Parsers.locked();
    }
  }

  static void traces(Path file, Sink sink) throws IOException, Wire.Refused {
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      sink.put(new Frame.Marks(Traces.of(document)));
    } catch (InvalidPasswordException e) {
      throw Parsers.locked();
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
