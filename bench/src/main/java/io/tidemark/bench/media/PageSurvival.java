package io.tidemark.bench.media;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.formats.pdf.CannotCarry;
import io.tidemark.formats.pdf.MarkKey;
import io.tidemark.formats.pdf.PdfMarker;
import io.tidemark.media.mark.MarkReading;
import io.tidemark.media.mark.PaperMarker;
import io.tidemark.media.mark.PictureKey;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.picture.Decoder;
import io.tidemark.media.picture.Limits;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** First pages of marked documents that other programs made pictures of, read from the picture. */
final class PageSurvival {
  private static final double KEPT = .99;
  private static final Limits LIMITS = new Limits(64 << 20, 60_000_000, 60_000_000, 1);

  /** What makes {@code out.pdf}, a picture, of the first page; the first one has a bar. */
  private static final List<PdfAttack> PICTURES =
      List.of(
          of(
              "首页 150 dpi，JPEG 70（poppler）",
              "first page at 150 dpi, JPEG 70 (poppler)",
              "pdftoppm -r 150 -singlefile -jpeg -jpegopt quality=70 in.pdf page"
                  + " && mv page.jpg out.pdf",
              "pdftoppm"),
          of(
              "首页 110 dpi，JPEG 70（Ghostscript）",
              "first page at 110 dpi, JPEG 70 (Ghostscript)",
              "gs -q -dNOPAUSE -dBATCH -sDEVICE=jpeg -dJPEGQ=70 -r110 -dTextAlphaBits=4"
                  + " -dGraphicsAlphaBits=4 -dLastPage=1 -sOutputFile=out.pdf in.pdf",
              "gs"),
          of(
              "首页 96 dpi，PNG（MuPDF）",
              "first page at 96 dpi, PNG (MuPDF)",
              "mutool draw -q -r 96 -F png -o out.pdf in.pdf 1",
              "mutool"),
          of(
              "首页 150 dpi，JPEG 40",
              "first page at 150 dpi, JPEG 40",
              "pdftoppm -r 150 -singlefile -jpeg -jpegopt quality=40 in.pdf page"
                  + " && mv page.jpg out.pdf",
              "pdftoppm"),
          of(
              "上半页 150 dpi，JPEG 70",
              "upper half of the page at 150 dpi, JPEG 70",
              "pdftoppm -r 150 -x 0 -y 0 -W 1240 -H 877 -singlefile -jpeg -jpegopt quality=70"
                  + " in.pdf page && mv page.jpg out.pdf",
              "pdftoppm"),
          of(
              "首页 72 dpi，JPEG 70",
              "first page at 72 dpi, JPEG 70",
              "pdftoppm -r 72 -singlefile -jpeg -jpegopt quality=70 in.pdf page"
                  + " && mv page.jpg out.pdf",
              "pdftoppm"));

  private final Stage stage;
  private final Random random;

  PageSurvival(Stage stage) {
    this.stage = stage;
    this.random = new Random(stage.seed() + 1);
  }

  private static PdfAttack of(String zh, String en, String command, String program) {
    return new PdfAttack(new Words(zh, en), List.of(program), command);
  }

  private record Copy(long number, PictureKey key, byte[] bytes) {}

  List<Line> lines(List<PdfSurvival.Document> documents) throws Exception {
    List<Copy> copies = new ArrayList<>();
    for (PdfSurvival.Document document : documents) {
      stage.say("底图 " + document.name(), "paper of " + document.name());
      for (int i = 0; i < stage.size(5, 1); i++) {
        copy(document).ifPresent(copies::add);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (PdfAttack attack : PICTURES) {
      lines.add(survives(attack, copies));
    }
    return lines;
  }

  private Optional<Copy> copy(PdfSurvival.Document document) throws IOException {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    PictureKey key = new PictureKey(secret);
    long number = random.nextLong();
    try {
      PdfMarker marker = new PdfMarker(Optional.of(new PaperMarker(key)::mark));
      return Optional.of(
          new Copy(
              number, key, marker.mark(document.bytes(), number, new MarkKey(secret)).bytes()));
    } catch (CannotCarry e) {
      return Optional.empty();
    }
  }

  private Line survives(PdfAttack attack, List<Copy> copies) throws Exception {
    Words what = new Words("pdf：" + attack.name().zh(), "pdf: " + attack.name().en());
    if (!attack.installed()) {
      return Line.reported(what, Line.same("–"), new Words("未安装", "not installed"));
    }
    stage.say(attack.name().zh(), attack.name().en());
    int read = 0;
    int wrong = 0;
    for (Copy copy : copies) {
      Optional<Long> number = number(attack.attacked(stage.folder(), copy.bytes()), copy.key());
      read += number.equals(Optional.of(copy.number())) ? 1 : 0;
      wrong += number.isPresent() && !number.equals(Optional.of(copy.number())) ? 1 : 0;
    }
    Rate rate = new Rate(read, copies.size());
    boolean bar = attack.equals(PICTURES.get(0));
    return new Line(
        what,
        Line.same("–"),
        Line.same(rate + (wrong > 0 ? ", WRONG " + wrong : "")),
        Line.same(bar ? "≥ 99 %" : "–"),
        wrong > 0
            ? Outcome.WRONG
            : bar ? Bar.atLeast(KEPT).judge(rate, stage.quick()) : Outcome.NO_BAR);
  }

  private static Optional<Long> number(byte[] picture, PictureKey key) {
    PictureReader reader = new PictureReader(List.of(key));
    return Decoder.decode(picture, LIMITS)
        .either(
            decoded ->
                reader
                    .read(decoded.pixels())
                    .either(
                        (MarkReading.Mark mark) -> Optional.of(mark.payload()),
                        none -> Optional.empty()),
            refused -> Optional.empty());
  }
}
