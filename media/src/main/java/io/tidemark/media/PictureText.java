package io.tidemark.media;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.find.Span;
import io.tidemark.media.chat.Screen;
import io.tidemark.media.document.Document;
import io.tidemark.media.document.Field;
import io.tidemark.media.document.Printed;
import io.tidemark.media.document.Repair;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import io.tidemark.media.picture.Point;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The text of a picture. Immutable, thread-safe.
 *
 * @param width of the original picture as a viewer shows it, in pixels
 * @param height likewise
 * @param lines in the order of reading
 * @param document the paper that it shows, if it is a known one
 * @param whole whether its file reaches its own end; else this is what is left of it
 */
public record PictureText(
    int width, int height, List<TextLine> lines, Optional<Document> document, boolean whole)
    implements PictureReading {
  private static final double SURE = .8;

  @Override
  public <T> T either(Function<PictureText, T> text, Function<Refused, T> refused) {
    return text.apply(this);
  }

  /** All lines below each other. */
  public PersonalText text() {
    return PersonalText.of(
        String.join(
            "\n", lines.stream().map(line -> line.text().reveal(Reveal.CLASSIFY)).toList()));
  }

  /** The same with what stands beside each other on one row, as in a table. */
  public PersonalText rows() {
    return PersonalText.of(
        TextRows.of(lines).stream()
            .map(row -> row.reveal(Reveal.CLASSIFY))
            .collect(Collectors.joining("\n")));
  }

  /** It as one of several screenshots of a conversation. */
  public Screen screen() {
    return new Screen(width, height, lines);
  }

  /**
   * The personal information that it shows: the fields of the paper, and what a finder finds in
   * lines that hold none of these.
   */
  public List<PlacedFinding> findings(Finder finder) {
    List<PlacedFinding> findings = new ArrayList<>();
    List<Field> fields = document.map(Document::fields).orElse(List.of());
    for (Field field : fields) {
      field.entry().found().ifPresent(found -> findings.addAll(placed(field)));
    }
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      int number = i;
      finder.find(
          line.text().reveal(Reveal.CLASSIFY),
          finding -> {
            Box place = line.place(finding.span());
            if (fields.stream().noneMatch(field -> covers(field.place(), place))
                && !printed(line, finding)) {
              findings.add(new PlacedFinding(finding, place.quad(), number, List.of()));
            }
          });
    }
    return List.copyOf(findings);
  }

  /** Words that every such paper has say nothing of a person. */
  private boolean printed(TextLine line, Finding finding) {
    return document
        .filter(
            paper ->
                Printed.on(
                    paper.kind(),
                    line.text().reveal(Reveal.CLASSIFY),
                    finding.value().reveal(Reveal.CLASSIFY)))
        .isPresent();
  }

  /**
   * A label and a check digit are two grounds; a reading that was unsure takes one away, and so
   * does another reading that may be meant. That one is told as well.
   */
  private static List<PlacedFinding> placed(Field field) {
    int grounds =
        (field.labelled() ? 1 : 0)
            + (field.checked() ? 1 : 0)
            - (field.surety() < SURE ? 1 : 0)
            - (field.otherwise().isPresent() && field.checked() ? 1 : 0);
    Confidence confidence =
        grounds >= 2 ? Confidence.HIGH : grounds == 1 ? Confidence.MEDIUM : Confidence.LOW;
    List<PlacedFinding> both = new ArrayList<>();
    both.add(placed(field, field.value(), confidence, field.repairs()));
    field.otherwise().ifPresent(other -> both.add(placed(field, other, Confidence.LOW, List.of())));
    return both;
  }

  private static PlacedFinding placed(
      Field field, PersonalText value, Confidence confidence, List<Repair> repairs) {
    Finding finding =
        new Finding(
            field.entry().found().orElseThrow(),
            new Span(0, value.reveal(Reveal.CLASSIFY).length()),
            confidence,
            value,
            Finding.Form.WHOLE);
    return new PlacedFinding(finding, field.place().quad(), -1, repairs);
  }

  private static boolean covers(Box field, Box place) {
    Point middle = new Point(place.x() - field.x(), place.y() - field.y());
    double along = middle.x() * field.ux() + middle.y() * field.uy();
    double across = middle.y() * field.ux() - middle.x() * field.uy();
    return Math.abs(along) < field.length() / 2 && Math.abs(across) < field.thickness() / 2;
  }
}
