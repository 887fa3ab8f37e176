package io.tidemark.formats.pdf;

import io.tidemark.formats.pdf.PageBackground.PictureMark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Puts a number into a PDF that exists: into the layout by the heights of small groups of letters
 * (feature coding in the sense of Brassil, Low and Maxemchuk, "Copyright protection for the
 * electronic distribution of text documents", Proc. IEEE 87, 1999), and into the structure. The
 * text stays what it was, for searching, copying and reading aloud; a document where that does not
 * hold, or from which the number does not read back, is refused. Immutable, thread-safe.
 */
public final class PdfMarker {
  private final Optional<PictureMark> background;

  /**
   * A marker.
   *
   * @param background the code for pictures, when pages take one
   */
  public PdfMarker(Optional<PictureMark> background) {
    this.background = background;
  }

  /**
   * A marked document.
   *
   * @param bytes the file
   * @param groups how many different groups of letters carry the number
   * @param signatures how many signatures were taken out, because marking would have broken them
   */
  public record Marked(byte[] bytes, int groups, int signatures) {}

  /**
   * Marks a document.
   *
   * @throws CannotCarry where it has a password, a mark already, or too little text
   * @throws IOException where it is damaged
   */
  public Marked mark(byte[] original, long payload, MarkKey key) throws IOException, CannotCarry {
    try (PDDocument document = load(original)) {
      if (Traces.of(document).groups().size() > Decoding.BITS / 2) {
        throw new CannotCarry(
            "文件已带有标记：请给出未标记的原件", "the file carries a mark already: give the original");
      }
      String before = new PDFTextStripper().getText(document);
      int signatures = Signatures.takeOut(document);
      layout(document, payload, key);
      if (background.isPresent()) {
        PageBackground.lay(document, background.get(), payload);
      }
      StructureToken.write(document, payload, key);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return new Marked(
          bytes.toByteArray(), proven(bytes.toByteArray(), before, payload, key), signatures);
    }
  }

  private static PDDocument load(byte[] bytes) throws IOException, CannotCarry {
    try {
      PDDocument document =
          Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache());
      if (document.isEncrypted()) {
        document.close();
        throw locked();
      }
      return document;
    } catch (InvalidPasswordException e) {
      throw locked();
    }
  }

  private static CannotCarry locked() {
    return new CannotCarry(
        "文件有密码保护：请给出没有密码的原件，由 mark pdf 加密",
        "the file is protected: give the original without a password, and let mark pdf set one");
  }

  private static void layout(PDDocument document, long payload, MarkKey key) throws IOException {
    MarkKey.Message message = key.message(payload);
    List<GlyphReader.Page> pages = GlyphReader.read(document);
    for (int i = 0; i < pages.size(); i++) {
      GlyphReader.Page page = pages.get(i);
      PageRewriter rewriter = new PageRewriter(page.shows());
      boolean touched = false;
      for (Line line : Line.of(page.glyphs())) {
        if (line.free()) {
          raise(line, message, key, rewriter);
          touched = true;
        }
      }
      if (touched) {
        rewriter.write(document, document.getPage(i));
      }
    }
  }

  private static void raise(
      Line line, MarkKey.Message message, MarkKey key, PageRewriter rewriter) {
    line.groups()
        .forEach(
            (number, group) -> {
              boolean up = key.equation(line.context(number)).of(message);
              double step = up ? line.step() : -line.step();
              group.forEach(glyph -> rewriter.raise(glyph, step * glyph.fontSize() / glyph.size()));
            });
  }

  /** Reads the number back as whoever finds the copy would; how many groups spoke. */
  private static int proven(byte[] marked, String before, long payload, MarkKey key)
      throws IOException, CannotCarry {
    try (PDDocument document = Loader.loadPDF(marked)) {
      if (!new PDFTextStripper().getText(document).equals(before)) {
        throw new CannotCarry(
            "标记会改变此文件的文字次序，已放弃", "a mark would change the order of this document's text: given up");
      }
      PdfReading reading = PdfReading.of(Traces.of(document), key, List.of());
      boolean read = reading.layout().map(number -> number.payload() == payload).orElse(false);
      if (!read) {
        throw new CannotCarry(
            "文字太少（或文字不是文字而是图像）：读得出 "
                + reading.groups()
                + " 组，至少需要约 "
                + Decoding.BITS
                + " 组；请改用图片标记 mark picture",
            "too little text (or it is a picture of text): "
                + reading.groups()
                + " groups of letters can be read, about "
                + Decoding.BITS
                + " are needed; use mark picture instead");
      }
      return reading.groups();
    }
  }
}
