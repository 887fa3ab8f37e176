package io.tidemark.bench.media;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
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
    if (stage.asks("pdf")) {
      lines.addAll(new PdfSurvival(stage).lines());
    }
    return Report.headed(
        lines,
        List.of(Line.same(Machine.facts(stage.sources(), "17, embedded")), PdfSurvival.remark()));
  }
}
