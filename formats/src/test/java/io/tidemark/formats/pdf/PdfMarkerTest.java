package io.tidemark.formats.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

final class PdfMarkerTest {
  private final PdfMarker marker = new PdfMarker(Optional.empty());

  private byte[] marked(byte[] original, long number) throws Exception {
    return marker.mark(original, number, Samples.key(1)).bytes();
  }

  private static List<String> words(long seed, int lines) {
    Random random = new Random(seed);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      StringBuilder line = new StringBuilder();
      while (line.length() < 60) {
        random
            .ints(2 + random.nextInt(8), 'a', 'z' + 1)
            .forEach(letter -> line.append((char) letter));
        line.append(' ');
      }
      all.add(line.toString());
    }
    return all;
  }

  @Property(tries = 25)
  void theTextStaysAndTheNumberReadsBack(
      @ForAll long seed, @ForAll long number, @ForAll @IntRange(min = 6, max = 12) int size)
      throws Exception {
    byte[] original = Samples.lines(words(seed, 20), size);
    byte[] marked = marked(original, number);
    assertThat(Samples.text(marked)).isEqualTo(Samples.text(original));
    PdfReading reading = Samples.read(marked, Samples.key(1));
    assertThat(reading.layout()).map(PdfReading.Found::payload).contains(number);
    assertThat(reading.structure()).map(PdfReading.Found::payload).contains(number);
  }

  @Property(tries = 25)
  void aDocumentThatWasNeverMarkedSaysSo(@ForAll long seed) throws Exception {
    PdfReading reading = Samples.read(Samples.lines(words(seed, 30), 10), Samples.key(1), seed);
    assertThat(reading.number()).isEmpty();
  }

  @Test
  void anotherKeyReadsNothingAndAMarkedCopyIsNotMarkedAgain() throws Exception {
    byte[] marked = marked(Samples.policy(), Samples.NUMBER);
    PdfReading other = Samples.read(marked, Samples.key(2));
    assertThat(other.number()).isEmpty();
    assertThatThrownBy(() -> marked(marked, 5))
        .isInstanceOfSatisfying(
            CannotCarry.class, e -> assertThat(e.reason().en()).contains("already"));
  }

  /** What an eye could see: less than a twentieth of a millimetre, and nothing but text moves. */
  @Test
  void noLetterMovesMoreThanThreeThousandthsOfItsHeight() throws Exception {
    byte[] original = Samples.policy();
    List<Glyph> before = glyphs(original);
    List<Glyph> after = glyphs(marked(original, Samples.NUMBER));
    assertThat(after).hasSameSizeAs(before);
    int moved = 0;
    for (int i = 0; i < before.size(); i++) {
      double by = Math.abs(after.get(i).y() - before.get(i).y());
      assertThat(by).isLessThan(0.0031 * before.get(i).size() + 0.001);
      assertThat(after.get(i).x())
          .isCloseTo(before.get(i).x(), org.assertj.core.data.Offset.offset(1e-3));
      moved += by > 0.01 ? 1 : 0;
    }
    assertThat(moved).isGreaterThan(before.size() / 2);
  }

  private static List<Glyph> glyphs(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return GlyphReader.read(document).stream().flatMap(page -> page.glyphs().stream()).toList();
    }
  }

  @Test
  void tooLittleTextIsRefusedAndSaysWhatElseCanBeDone() throws Exception {
    byte[] few = Samples.lines(List.of("a policy of few words", "and no more"), 10);
    assertThatThrownBy(() -> marked(few, 1))
        .isInstanceOfSatisfying(
            CannotCarry.class, e -> assertThat(e.reason().en()).contains("mark picture"));
  }

  @Test
  void aLockedOriginalIsRefused() throws Exception {
    byte[] locked = Locked.lock(Samples.policy()).bytes();
    assertThatThrownBy(() -> marked(locked, 1))
        .isInstanceOfSatisfying(
            CannotCarry.class, e -> assertThat(e.reason().en()).contains("password"));
  }

  @Test
  void withoutTheStructureTheLayoutIsReadAndWithoutTheLayoutTheStructure() throws Exception {
    byte[] marked = marked(Samples.policy(), Samples.NUMBER);
    byte[] stripped;
    try (PDDocument document = Loader.loadPDF(marked)) {
      document.getDocument().setDocumentID(new org.apache.pdfbox.cos.COSArray());
      document
          .getPages()
          .forEach(
              page ->
                  page.getCOSObject()
                      .removeItem(org.apache.pdfbox.cos.COSName.getPDFName("PieceInfo")));
      document.setDocumentId(1L);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      stripped = out.toByteArray();
    }
    PdfReading layout = Samples.read(stripped, Samples.key(1));
    assertThat(layout.structure()).isEmpty();
    assertThat(layout.layout()).map(PdfReading.Found::payload).contains(Samples.NUMBER);
    Traces noGroups;
    try (PDDocument document = Loader.loadPDF(marked)) {
      noGroups = new Traces(0, List.of(), Traces.of(document).tokens());
    }
    assertThat(PdfReading.of(noGroups, Samples.key(1), List.of()).number())
        .map(PdfReading.Found::payload)
        .contains(Samples.NUMBER);
  }

  /** The place where the code for pictures comes in: its picture lies under the text. */
  @Test
  void aPictureMarkLiesUnderThePageAndTheTextStays() throws Exception {
    PageBackground.PictureMark tinted =
        (plain, number) -> {
          BufferedImage marked =
              new BufferedImage(plain.getWidth(), plain.getHeight(), BufferedImage.TYPE_INT_RGB);
          for (int y = 0; y < plain.getHeight(); y++) {
            for (int x = 0; x < plain.getWidth(); x++) {
              marked.setRGB(x, y, (number >>> (x / 8 % 64) & 1) == 1 ? 0xfafafa : 0xf4f4f4);
            }
          }
          return marked;
        };
    byte[] original = Samples.policy();
    byte[] marked =
        new PdfMarker(Optional.of(tinted)).mark(original, Samples.NUMBER, Samples.key(1)).bytes();
    assertThat(Samples.text(marked)).isEqualTo(Samples.text(original));
    try (PDDocument document = Loader.loadPDF(marked)) {
      BufferedImage page =
          new PDFRenderer(document).renderImageWithDPI(0, PageBackground.DOTS_PER_INCH);
      long read = 0;
      for (int bit = 0; bit < 64; bit++) {
        read |= (page.getRGB(bit * 8 + 4, 4) & 0xff) > 0xf7 ? 1L << bit : 0;
      }
      assertThat(read).isEqualTo(Samples.NUMBER);
    }
  }
}
