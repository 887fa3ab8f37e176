package io.tidemark.formats.pdf;

import io.tidemark.formats.report.BuyerCopyPage;
import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;

/** Documents and keys of the tests. */
final class Samples {
  static final long NUMBER = 0x0123_4567_89ab_cdefL;

  private Samples() {}

  static MarkKey key(int which) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) which);
    return new MarkKey(bytes);
  }

  /** A page in Chinese and English, as the product prints it. */
  static byte[] policy() throws IOException {
    return BuyerCopyPage.pdf(
        Map.of(
            FieldClass.VIN, PersonalText.of("LSVAB4BR5DN123456"),
            FieldClass.MODEL, PersonalText.of("大众牌SVW7180")),
        PersonalText.of("司徒新主"),
        new BuyerCopyId("b-0123456789abcdef"),
        Instant.parse("2026-05-01T00:00:00Z"));
  }

  /** Lines of text, shown by operators that differ from line to line. */
  static byte[] lines(List<String> lines, float size) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), size);
        content.beginText();
        content.newLineAtOffset(40, 760);
        content.setLeading(size * 1.3f);
        for (int i = 0; i < lines.size(); i++) {
          String text = lines.get(i);
          int half = text.length() / 2;
          if (i % 3 == 0) {
            content.showText(text);
          } else if (i % 3 == 1) {
            content.showTextWithPositioning(
                new Object[] {text.substring(0, half), -120f, text.substring(half)});
          } else {
            content.setTextRise(0);
            content.showText(text.substring(0, half));
            content.showText(text.substring(half));
          }
          content.newLine();
        }
        content.endText();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  static PdfReading read(byte[] pdf, MarkKey key, Long... issued) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return PdfReading.of(Traces.of(document), key, List.of(issued));
    }
  }

  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
