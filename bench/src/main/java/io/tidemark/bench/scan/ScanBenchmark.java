package io.tidemark.bench.scan;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** What a scan finds, and how fast. */
public final class ScanBenchmark implements Benchmark {
  @Override
  public String name() {
    return "scan";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    List<Line> lines = new ArrayList<>();
    if (stage.asks("throughput of text")) {
      lines.addAll(new TextSpeed(stage).lines());
    }
    if (stage.asks("hidden identifiers")) {
      lines.addAll(new HiddenIdentifiers(stage).lines());
    }
    if (stage.asks("names")) {
      lines.addAll(new NamesFound(stage).lines());
    }
    if (stage.asks("addresses")) {
      lines.addAll(new AddressesFound(stage).lines());
    }
    if (stage.asks("workbooks")) {
      lines.addAll(new WorkbookSpeed(stage).lines());
    }
    if (stage.asks("pictures")) {
      lines.addAll(new PictureLines(stage).lines());
    }
    return Report.headed(lines, remarks(stage));
  }

  private static List<Words> remarks(Stage stage) {
    return List.of(
        Line.same(Machine.facts(stage.sources(), "17, embedded")),
        TextSpeed.remark(),
        HiddenIdentifiers.remark(),
        PictureLines.remark());
  }
}
