package io.tidemark.bench.calls;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** Whose list callers work from, and which callers work from one. */
public final class CallsBenchmark implements Benchmark {
  @Override
  public String name() {
    return "calls";
  }

  @Override
  public List<Long> seeds() {
    return List.of(1L, 2L);
  }

  @Override
  public Report run(Stage stage) throws Exception {
    List<Line> lines = new ArrayList<>();
    if (stage.asks("whose list")) {
      lines.addAll(new WhoseList(stage).lines());
    }
    if (stage.asks("campaigns")) {
      lines.addAll(new CampaignsFound(stage).lines());
    }
    if (stage.asks("call records")) {
      lines.addAll(new RecordsRead(stage).lines());
    }
    if (stage.asks("wordings")) {
      lines.addAll(new WordingsJoined(stage).lines());
    }
    if (stage.asks("aliases")) {
      lines.addAll(AliasesRung.lines(stage));
      lines.addAll(AliasesAnswered.lines(stage));
    }
    if (stage.asks("sip")) {
      lines.addAll(PutThrough.lines(stage));
    }
    return Report.headed(lines, remarks(stage));
  }

  private static List<Words> remarks(Stage stage) {
    return List.of(
        Line.same(Machine.facts(stage.sources(), "17, embedded")),
        WhoseList.remark(),
        CampaignsFound.remark(),
        RecordsRead.remark(),
        WordingsJoined.remark(),
        AliasesRung.remark(),
        PutThrough.remark());
  }
}
