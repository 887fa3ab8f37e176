package io.tidemark.formats.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A page's content with some letters raised or lowered by the text rise ({@code Ts}), which moves
 * nothing else. One thread uses it.
 */
final class PageRewriter {
  private static final double PRECISION = 1e4;

  private final List<GlyphReader.Show> shows;

  /** For each operator the rise of each of its letters, in its own units; null where it stays. */
  private final List<double[]> rises;

  private final List<Object> written = new ArrayList<>();
  private int show;

  /**
   * @param shows the text operators of the page
   */
  PageRewriter(List<GlyphReader.Show> shows) {
    this.shows = shows;
    this.rises = new ArrayList<>();
    shows.forEach(one -> rises.add(new double[one.lengths().size()]));
  }

  /** Raises a letter by so many units of its text space. */
  void raise(Glyph glyph, double rise) {
    rises.get(glyph.show())[glyph.index()] = Math.round(rise * PRECISION) / PRECISION;
  }

  /** Puts the content in the place of the page's own. */
  void write(PDDocument document, PDPage page) throws IOException {
    List<Object> operands = new ArrayList<>();
    for (Object token : new PDFStreamParser(page).parse()) {
      operands.add(token);
      if (token instanceof Operator operator) {
        if (GlyphReader.SHOWING.contains(operator.getName())) {
          shown(operator, operands);
        } else {
          written.addAll(operands);
        }
        operands.clear();
      }
    }
    written.addAll(operands);
    PDStream stream = new PDStream(document);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(out).writeTokens(written);
    }
    page.setContents(stream);
  }

  private void shown(Operator operator, List<Object> operands) throws IOException {
    int number = show++;
    boolean marked = false;
    for (double rise : rises.get(number)) {
      marked |= rise != 0;
    }
    COSBase last =
        operands.size() > 1 && operands.get(operands.size() - 2) instanceof COSBase base
            ? base
            : null;
    if (!marked || last == null) {
      written.addAll(operands);
      return;
    }
    if (operator.getName().equals("\"")) {
      written.add(operands.get(0));
      written.add(Operator.getOperator("Tw"));
      written.add(operands.get(1));
      written.add(Operator.getOperator("Tc"));
    }
    if (!operator.getName().startsWith("T")) {
      written.add(Operator.getOperator("T*"));
    }
    pieces(last, number);
  }

  private void pieces(COSBase operand, int number) throws IOException {
    float own = shows.get(number).rise();
    List<Integer> lengths = shows.get(number).lengths();
    double[] wanted = rises.get(number);
    double rise = 0;
    int glyph = 0;
    COSArray piece = new COSArray();
    List<COSBase> parts = new ArrayList<>();
    if (operand instanceof COSArray array) {
      array.forEach(parts::add);
    } else {
      parts.add(operand);
    }
    for (COSBase part : parts) {
      if (part instanceof COSNumber) {
        piece.add(part);
      } else if (part instanceof COSString string) {
        byte[] bytes = string.getBytes();
        int start = 0;
        int at = 0;
        while (at < bytes.length) {
          if (wanted[glyph] != rise) {
            add(piece, bytes, start, at);
            flush(piece);
            piece = new COSArray();
            start = at;
            rise = wanted[glyph];
            rise(own + rise);
          }
          at += lengths.get(glyph);
          glyph++;
        }
        add(piece, bytes, start, at);
      }
    }
    flush(piece);
    if (rise != 0) {
      rise(own);
    }
  }

  private static void add(COSArray piece, byte[] bytes, int from, int to) {
    if (to > from) {
      piece.add(new COSString(java.util.Arrays.copyOfRange(bytes, from, to)));
    }
  }

  private void flush(COSArray piece) {
    if (piece.size() > 0) {
      written.add(piece);
      written.add(Operator.getOperator("TJ"));
    }
  }

  private void rise(double rise) {
    written.add(new COSFloat((float) (Math.round(rise * PRECISION) / PRECISION)));
    written.add(Operator.getOperator("Ts"));
  }
}
