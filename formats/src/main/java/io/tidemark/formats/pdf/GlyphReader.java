package io.tidemark.formats.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Where the letters of a document stand, page by page, and which operators of a page's own content
 * show them. One thread uses it.
 */
final class GlyphReader extends PDFTextStripper {
  static final Set<String> SHOWING = Set.of("Tj", "TJ", "'", "\"");

  /**
   * What a page shows.
   *
   * @param glyphs in the order of its content
   * @param shows its own text operators, in their order
   */
  record Page(List<Glyph> glyphs, List<Show> shows) {}

  /**
   * A text operator of a page.
   *
   * @param lengths how many bytes each letter takes
   * @param rise the text rise that holds there
   */
  record Show(List<Integer> lengths, float rise) {}

  private final List<Page> pages = new ArrayList<>();
  private List<Glyph> glyphs = new ArrayList<>();
  private List<Show> shows = new ArrayList<>();
  private int operators;
  private int forms;
  private int show = -1;
  private int index = -1;

  private GlyphReader() {}

  /** Reads all pages, in their order; a page without content has nothing. */
  static List<Page> read(PDDocument document) throws IOException {
    List<Page> all = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      all.add(read(document, page));
    }
    return all;
  }

  private static Page read(PDDocument document, int number) throws IOException {
    GlyphReader reader = new GlyphReader();
    reader.setStartPage(number);
    reader.setEndPage(number);
    reader.writeText(document, Writer.nullWriter());
    return reader.pages.isEmpty() ? new Page(List.of(), List.of()) : reader.pages.get(0);
  }

  @Override
  protected void endPage(PDPage page) {
    pages.add(new Page(glyphs, shows));
    glyphs = new ArrayList<>();
    shows = new ArrayList<>();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (operators == 0 && forms == 0) {
      show = -1;
      if (SHOWING.contains(operator.getName())) {
        show = shows.size();
        index = -1;
        shows.add(new Show(new ArrayList<>(), getGraphicsState().getTextState().getRise()));
      }
    }
    operators++;
    try {
      super.processOperator(operator, operands);
    } finally {
      operators--;
    }
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    forms++;
    try {
      super.showForm(form);
    } finally {
      forms--;
    }
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    forms++;
    try {
      super.showTransparencyGroup(form);
    } finally {
      forms--;
    }
  }

  @Override
  protected void showText(byte[] string) throws IOException {
    PDFont font = getGraphicsState().getTextState().getFont();
    if (own() && font != null) {
      InputStream codes = new ByteArrayInputStream(string);
      for (int left = codes.available(); left > 0; left = codes.available()) {
        font.readCode(codes);
        shows.get(show).lengths().add(left - codes.available());
      }
    }
    super.showText(string);
  }

  @Override
  protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
      throws IOException {
    index++;
    super.showGlyph(rendering, font, code, displacement);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    String unicode = text.getUnicode() == null ? "" : text.getUnicode();
    glyphs.add(
        new Glyph(
            Normalizer.normalize(unicode, Normalizer.Form.NFKC),
            Math.round(text.getDir()),
            text.getXDirAdj(),
            text.getYDirAdj(),
            text.getYScale(),
            text.getFontSize(),
            own() ? show : -1,
            index));
  }

  private boolean own() {
    return forms == 0 && show >= 0;
  }
}
