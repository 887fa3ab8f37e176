package io.tidemark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final List<Line> LINES =
      List.of(
          new Line(
              new Words("存入", "deposit"),
              Line.same("COPY 1 s"),
              Line.same("2 s"),
              Line.same("< 3 s"),
              Outcome.MET),
          Line.reported(new Words("追溯 1|2", "trace 1|2"), Line.same("–"), Line.same("0.25 s")));

  @Test
  void columnsStandUnderTheirHeadings() {
    assertThat(new TextTable(LINES, Language.EN).columns())
        .containsExactly(
            "what       best known or peer  ours    bar    result",
            "deposit    COPY 1 s            2 s     < 3 s  met",
            "trace 1|2  –                   0.25 s  –      reported");
  }

  @Test
  void aChineseCharacterTakesTwoPlaces() {
    List<String> lines = new TextTable(LINES, Language.ZH).columns();
    assertThat(lines.stream().map(line -> TextTable.width(before(line, "2 s", "0.25 s", "本系统"))))
        .containsOnly(TextTable.width(before(lines.get(0), "本系统")));
  }

  @Test
  void aBarInACellDoesNotEndTheCell() {
    assertThat(new TextTable(LINES, Language.EN).markdown())
        .containsExactly(
            "| what | best known or peer | ours | bar | result |",
            "|---|---|---|---|---|",
            "| deposit | COPY 1 s | 2 s | < 3 s | met |",
            "| trace 1\\|2 | – | 0.25 s | – | reported |");
  }

  private static String before(String line, String... cells) {
    for (String cell : cells) {
      if (line.contains("  " + cell)) {
        return line.substring(0, line.indexOf("  " + cell) + 2);
      }
    }
    throw new AssertionError("none of the cells stands in the line");
  }

  @Test
  void aLongCellGoesOnInTheNextLine() {
    assertThat(TextTable.wrapped("named 8/8 = 1.000 [0.631, 1.000], wrong accusations 0", 24))
        .containsExactly("named 8/8 = 1.000", "[0.631, 1.000], wrong", "accusations 0");
    assertThat(TextTable.wrapped("误指界限等于候选数除以似然比", 10))
        .allMatch(part -> TextTable.width(part) <= 10)
        .hasSize(3);
    assertThat(TextTable.wrapped("", 10)).containsExactly("");
    assertThat(TextTable.wrapped("oneveryverylongword", 4)).containsExactly("oneveryverylongword");
  }
}
