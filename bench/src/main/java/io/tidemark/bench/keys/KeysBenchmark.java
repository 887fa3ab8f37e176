package io.tidemark.bench.keys;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** Keys, what hangs on them, and how they end. */
public final class KeysBenchmark implements Benchmark {
  @Override
  public String name() {
    return "keys";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    List<Line> lines = new ArrayList<>();
    if (stage.asks("rotation")) {
      lines.addAll(new RotationSpeed(stage).lines());
    }
    if (stage.asks("tokens")) {
      lines.add(new TokenSpeed(stage).line());
    }
    if (stage.asks("forms")) {
      lines.addAll(new FormSpeed(stage).lines());
    }
    if (stage.asks("erasure")) {
      lines.add(new ErasureSpeed(stage).line());
    }
    if (stage.asks("owner") || stage.asks("histories")) {
      lines.addAll(new HistorySpeed(stage).lines());
    }
    return Report.headed(lines, remarks(stage));
  }

  private static List<Words> remarks(Stage stage) {
    return List.of(
        Line.same(Machine.facts(stage.sources(), "17, embedded")),
        RotationSpeed.remark(),
        FormSpeed.remark(),
        ErasureSpeed.remark());
  }
}
