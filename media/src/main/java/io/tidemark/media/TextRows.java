package io.tidemark.media;

import io.tidemark.media.ocr.Reading.Glyph;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import io.tidemark.terms.PersonalText;
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

  /** How much of the shorter line may lie beside the longer one: boxes are drawn generously. */
  private static final double OVERLAP = .5;

  /** From this many heights between two middles on they are of two cells. */
  private static final double CELLS_APART = 1.3;

  private static final String PLATE = "[A-HJ-NP-Z][A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])";
  private static final String PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";

  /** 川 has three strokes, and an edge beside it is read as one more; no plate has an I. */
  private static final String STRAY_STROKE = "(" + PROVINCES + ")[I1l|](" + PLATE + ")";

  private static final String BEFORE_A_PLATE = "([A-Za-z0-9])(" + PROVINCES + PLATE + ")";

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
            .map(TextRows::spaced)
            .collect(Collectors.joining(" "))
            .replaceAll(STRAY_STROKE, "$1$2")
            .replaceAll(BEFORE_A_PLATE, "$1 $2"));
  }

  /** The text with a space where two characters stand apart as cells do. */
  private static String spaced(TextLine line) {
    double gap = CELLS_APART * line.place().thickness() / line.place().length();
    StringBuilder text = new StringBuilder();
    double before = 0;
    for (Glyph glyph : line.reading().glyphs()) {
      text.append(text.length() > 0 && glyph.at() - before > gap ? " " : "").append(glyph.symbol());
      before = glyph.at();
    }
    return text.toString();
  }

  private boolean beside(Box one, Box other) {
    double apart = Math.abs(across(one) - across(other));
    double overlap = (one.length() + other.length()) / 2 - Math.abs(along(one) - along(other));
    return apart < APART * Math.min(one.thickness(), other.thickness())
        && overlap < OVERLAP * Math.min(one.length(), other.length());
  }

  private double along(Box place) {
    return place.x() * ux + place.y() * uy;
  }

  private double across(Box place) {
    return place.y() * ux - place.x() * uy;
  }
}
