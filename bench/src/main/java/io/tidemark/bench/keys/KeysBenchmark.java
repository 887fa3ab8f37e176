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
    if (stage.asks("erasure")) {
      lines.add(new ErasureSpeed(stage).line());
    }
    if (stage.asks("owner") || stage.asks("histories")) {
      lines.addAll(new HistorySpeed(stage).lines());
    }
    return new Report(lines, remarks(stage), headline(lines.get(0)));
  }

  private static Words headline(Line first) {
    return new Words(
        first.what().zh() + "：" + first.ours().zh(), first.what().en() + ": " + first.ours().en());
  }

  private static List<Words> remarks(Stage stage) {
    return List.of(
        Line.same(Machine.facts(stage.sources(), "17, embedded")),
        RotationSpeed.remark(),
        ErasureSpeed.remark());
  }
}
