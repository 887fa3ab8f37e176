package io.tidemark.bench.media;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** Whose copy a picture or a document is. */
public final class MediaBenchmark implements Benchmark {
  @Override
  public String name() {
    return "media";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    List<Line> lines = new ArrayList<>();
    lines.addAll(new MarksRead(stage).lines());
    if (stage.asks("false readings")) {
      lines.addAll(new FalseReadings(stage).lines());
    }
    if (stage.asks("picture speed")) {
      lines.addAll(new MarkSpeed(stage).lines());
    }
    if (stage.asks("screens")) {
      lines.addAll(new ScreensRead(stage).lines());
    }
    if (stage.asks("pdf")) {
      lines.addAll(new PdfSurvival(stage).lines());
    }
    return Report.headed(lines, remarks(stage));
  }

  private static List<Words> remarks(Stage stage) {
    return List.of(
        Line.same(Machine.facts(stage.sources(), "17, embedded")),
        TestPictures.remark(),
        MarksRead.remark(),
        FalseReadings.remark(),
        MarkSpeed.remark(),
        ScreensRead.remark(),
        PdfSurvival.remark());
  }
}
