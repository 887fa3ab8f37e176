package io.tidemark.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.media.ocr.Reading;
import io.tidemark.media.ocr.Readings;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Box;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines of a picture of a table as rows. */
final class TextRowsTest {
  private static TextLine line(String text, double x, double y, double length, double degrees) {
    double angle = Math.toRadians(degrees);
    double ux = Math.cos(angle);
    double uy = Math.sin(angle);
    Reading reading = Readings.of(text);
    return new TextLine(
        new Box(x * ux - y * uy, x * uy + y * ux, ux, uy, length, 28),
        PersonalText.of(text),
        reading,
        0xffffff);
  }

  private static List<String> rows(List<TextLine> lines) {
    return TextRows.of(lines).stream().map(row -> row.reveal(Reveal.TRACE)).toList();
  }

  @Test
  void cellsOfOneHeightAreOneRowAtAnyAngleAndInAnyOrder() {
    for (double degrees : new double[] {0, 3, 90, 180, -40}) {
      List<TextLine> lines = new ArrayList<>();
      lines.add(line("陈茜可", 70, 100, 76, degrees));
      lines.add(line("川B1T8LG", 190, 102, 150, degrees));
      lines.add(line("2027-02-03", 800, 98, 150, degrees));
      lines.add(line("张婷", 70, 150, 52, degrees));
      lines.add(line("渝DFD9N8X", 190, 149, 150, degrees));
      Collections.shuffle(lines, new Random(5));
      assertThat(rows(lines)).containsExactly("陈茜可 川B1T8LG 2027-02-03", "张婷 渝DFD9N8X");
    }
  }

  @Test
  void boxesThatOverlapAlittleAreStillBesideEachOtherAndOnesOnTopAreNot() {
    List<TextLine> lines = List.of(line("陈茜可", 70, 100, 100, 0), line("别克", 140, 102, 50, 0));
    assertThat(rows(lines)).containsExactly("陈茜可 别克");
    assertThat(rows(List.of(line("陈茜可", 70, 100, 100, 0), line("别克", 80, 102, 50, 0)))).hasSize(2);
  }

  @Test
  void aWideGapWithinALineIsASpace() {
    assertThat(rows(List.of(line("陈茜可\t别克君威", 200, 100, 260, 0)))).containsExactly("陈茜可 别克君威");
    assertThat(rows(List.of(line("陈茜可别克君威", 200, 100, 200, 0)))).containsExactly("陈茜可别克君威");
  }

  @Test
  void aStrayStrokeLeavesAPlateAndNothingElse() {
    assertThat(rows(List.of(line("川IBY8M3P", 200, 100, 200, 0)))).containsExactly("川BY8M3P");
    assertThat(rows(List.of(line("6川BY8M3P", 200, 100, 200, 0)))).containsExactly("6 川BY8M3P");
    assertThat(rows(List.of(line("川BY8M3P", 200, 100, 200, 0)))).containsExactly("川BY8M3P");
    assertThat(rows(List.of(line("四川I期工程", 200, 100, 200, 0)))).containsExactly("四川I期工程");
  }
}
