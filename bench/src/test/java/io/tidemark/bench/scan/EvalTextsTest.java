package io.tidemark.bench.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvalTextsTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void aSentenceOfTheNewsComesWithWhatWasMarked() throws IOException {
    Files.writeString(
        folder.resolve("cluener-train.json"),
        """
        {"text": "记者顾念慈报道", "label": {"name": {"顾念慈": [[2, 4]]}, "position": {"记者": [[0, 1]]}}}
        {"text": "今天有雨", "label": {}}
        """);
    assertThat(new EvalTexts(folder).news("name"))
        .containsExactly(
            new Marked("记者顾念慈报道", List.of(new Span(2, 5))), new Marked("今天有雨", List.of()));
  }

  @Test
  void aMicroblogComesWithThePersonsThatItNames() throws IOException {
    Files.writeString(
        folder.resolve("weiboNER_2nd_conll.train"),
        "顾0\tB-PER.NAM\n念1\tI-PER.NAM\n慈2\tI-PER.NAM\n妈0\tB-PER.NOM\n10\tO\n\n夏0\tB-PER.NAM\n子1\tI-PER.NAM\n");
    Files.writeString(folder.resolve("weiboNER_2nd_conll.dev"), "好0\tO\n");
    assertThat(new EvalTexts(folder).microblogs())
        .containsExactly(
            new Marked("顾念慈妈1", List.of(new Span(0, 3))),
            new Marked("夏子", List.of(new Span(0, 2))),
            new Marked("好", List.of()));
  }

  @Test
  void aSpanIsRightOnlyWhereBothEndsAre() {
    Score score = new Score();
    score.add(List.of(new Span(0, 3), new Span(5, 7)), List.of(new Span(0, 3), new Span(5, 8)));
    assertThat(score.precision()).isEqualTo(.5);
    assertThat(score.recall()).isEqualTo(.5);
    assertThat(score.f1()).isEqualTo(.5);
  }
}
