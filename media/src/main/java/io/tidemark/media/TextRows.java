package io.tidemark.media;

import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of a picture as rows: what stands beside each other at one height belongs together, as
 * the cells of a table do. Goes by the direction in which most of the text is read. Stateless.
 */
final class TextRows {
  /** How much of the thinner line's height two middles may lie apart. */
  private static final double APART = .5;

  private final double ux;
  private final double uy;

  private TextRows(double ux, double uy) {
    this.ux = ux;
    this.uy = uy;
  }

  /** The rows from above to below, their cells in the direction of reading with spaces between. */
  static List<PersonalText> of(List<TextLine> lines) {
    double x = lines.stream().mapToDouble(line -> line.place().ux() * line.place().length()).sum();
    double y = lines.stream().mapToDouble(line -> line.place().uy() * line.place().length()).sum();
    double length = Math.hypot(x, y);
    TextRows direction = length > 0 ? new TextRows(x / length, y / length) : new TextRows(1, 0);
    return direction.rows(lines);
  }

  private List<PersonalText> rows(List<TextLine> lines) {
    List<List<TextLine>> rows = new ArrayList<>();
    for (TextLine line :
        lines.stream().sorted(Comparator.comparingDouble(one -> across(one.place()))).toList()) {
      List<TextLine> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
      if (!last.isEmpty() && last.stream().allMatch(one -> beside(one.place(), line.place()))) {
        last.add(line);
      } else {
        rows.add(new ArrayList<>(List.of(line)));
      }
    }
    return rows.stream().map(this::joined).toList();
  }

  private PersonalText joined(List<TextLine> row) {
    return PersonalText.of(
        row.stream()
            .sorted(Comparator.comparingDouble(one -> along(one.place())))
            .map(one -> one.text().reveal(Reveal.CLASSIFY))
            .collect(Collectors.joining(" ")));
  }

  private boolean beside(Box one, Box other) {
    double apart = Math.abs(across(one) - across(other));
    boolean overlap =
        Math.abs(along(one) - along(other)) < (one.length() + other.length()) / 2 * .9;
    return apart < APART * Math.min(one.thickness(), other.thickness()) && !overlap;
  }

  private double along(Box place) {
    return place.x() * ux + place.y() * uy;
  }

  private double across(Box place) {
    return place.y() * ux - place.x() * uy;
  }
}
