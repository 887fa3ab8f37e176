package io.tidemark.bench.tracing.scale;

import io.tidemark.bench.Bar;
import io.tidemark.bench.CommandFailed;
import io.tidemark.bench.CopyFile;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Shell;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.chain.ChainGenerator;
import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Traces one leak beside ten thousand, a hundred thousand, a million disclosures. */
public final class Scale {
  private static final int PEOPLE = 1_500;
  private static final int RECIPIENTS = 5;
  private static final int LEAKED = 1_000;
  private static final double MOST_SECONDS = 1;
  private static final double MOST_BYTES = 2.0 * (1L << 30);

  private final Stage stage;

  /** Plays on this stage. */
  public Scale(Stage stage) {
    this.stage = stage;
  }

  /** What one size showed: seconds of each inquiry, memory in bytes. */
  private record Shown(double loading, double[] seconds, long heap, long database, Outcome wrong) {
    double median() {
      double[] sorted = seconds.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  /** Whether one of its lines is asked for. */
  public boolean asked() {
    return sizes().stream().anyMatch(size -> stage.asks(what(size).en()));
  }

  private List<Integer> sizes() {
    return stage.quick() ? List.of(2_000) : List.of(10_000, 100_000, 1_000_000);
  }

  private static Words what(int size) {
    String what = String.format(Locale.ROOT, "%,d", size);
    String people = String.format(Locale.ROOT, "%,d", size * 10L);
    return new Words(
        LEAKED + " 行泄露，" + what + " 次披露，" + people + " 人",
        LEAKED + " leaked rows, " + what + " disclosures, " + people + " people");
  }

  /** The lines of the report: one for each size. */
  public List<Line> lines() throws Exception {
    List<Integer> sizes = sizes();
    Path folder = Files.createDirectories(stage.folder().resolve("scale"));
    PortfolioGenerator portfolio =
        new PortfolioGenerator(stage.seed(), PEOPLE, Untidiness.asExported());
    List<Line> lines = new ArrayList<>();
    try (Ground ground =
        Ground.init(
            stage, folder, new ChainGenerator(stage.seed()).sameList(portfolio, RECIPIENTS))) {
      ground.shell().expect(List.of(0, 6), "deposit", folder.resolve("portfolio.csv").toString());
      JsonNode released =
          ground
              .shell()
              .expect(List.of(0), "disclose", "--plan", folder.resolve("plan.yaml").toString())
              .get("disclosures");
      JsonNode source = released.get((int) Long.remainderUnsigned(stage.seed(), RECIPIENTS));
      LeakedTable copy = CopyFile.read(Path.of(source.get("file").asString()));
      int before = 0;
      for (int size : sizes) {
        stage.say("规模：" + size + " 次披露", "scale: " + size + " disclosures");
        lines.add(line(ground, copy, source.get("party").asString(), before, size, sizes));
        before = size;
      }
    }
    return lines;
  }

  private Line line(
      Ground ground, LeakedTable copy, String party, int before, int size, List<Integer> sizes)
      throws Exception {
    Shown shown = shown(ground, copy, party, before, size);
    boolean last = size == sizes.get(sizes.size() - 1);
    Outcome fast = Bar.clock(MOST_SECONDS).judge(shown.median());
    Outcome small = Bar.atMost(MOST_BYTES).judge(shown.heap() + shown.database());
    Outcome worse = fast == Outcome.MET ? small : fast;
    Outcome outcome = shown.wrong() == Outcome.WRONG ? Outcome.WRONG : worse;
    String seconds = String.format(Locale.ROOT, "%.2f s", shown.median());
    String longest =
        String.format(Locale.ROOT, "%.2f", Arrays.stream(shown.seconds()).max().orElse(0));
    return new Line(
        what(size),
        Line.same("–"),
        new Words(
            seconds
                + "（"
                + shown.seconds().length
                + " 次中位数，最长 "
                + longest
                + "），堆 "
                + mib(shown.heap())
                + "，数据库 "
                + mib(shown.database())
                + "，建索引 "
                + Math.round(shown.loading())
                + " s",
            seconds
                + " (median of "
                + shown.seconds().length
                + ", longest "
                + longest
                + "), heap "
                + mib(shown.heap())
                + ", database "
                + mib(shown.database())
                + ", indexed in "
                + Math.round(shown.loading())
                + " s"),
        last ? Line.same("< 1 s, < 2 GiB") : Line.same("–"),
        last || outcome == Outcome.WRONG ? outcome : Outcome.NO_BAR);
  }

  private Shown shown(Ground ground, LeakedTable copy, String party, int before, int size)
      throws Exception {
    double loading;
    try (Connection connection = ground.connection()) {
      Filling filling = new Filling(connection, PEOPLE);
      filling.fill(before, size, stage.seed());
      loading = filling.index();
    }
    Outcome wrong = Outcome.MET;
    double[] seconds = new double[stage.size(7, 3)];
    Footprint.reset();
    for (int run = -1; run < seconds.length; run++) {
      Path leak = ground.file("scale-" + size + "-" + run + ".csv");
      FileShape.UTF8.write(leak, new Selection.Sample(LEAKED, stage.seed() + run).on(copy));
      long begun = System.nanoTime();
      Shell.Result answer = ground.shell().run("trace", leak.toString());
      seconds[Math.max(0, run)] = (System.nanoTime() - begun) / 1e9;
      if (answer.exit() > 1) {
        throw new CommandFailed("trace", answer.exit(), answer.notes());
      }
      JsonNode accused = answer.json().get("accused");
      boolean right = accused.size() == 1 && accused.get(0).get("party").asString().equals(party);
      wrong = right ? wrong : Outcome.WRONG;
    }
    long heap = Footprint.heap();
    try (Connection connection = ground.connection()) {
      return new Shown(loading, seconds, heap, Footprint.database(connection), wrong);
    }
  }

  private static String mib(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
