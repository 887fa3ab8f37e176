package io.tidemark.bench.custody;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Child;
import io.tidemark.bench.CopyFile;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Report;
import io.tidemark.bench.Shell;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.chain.ChainGenerator;
import io.tidemark.chainsim.leak.Attack;
import io.tidemark.chainsim.leak.FileShape;
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

/** Deposit, plan, large release and inquiry against the clock. */
public final class CustodyBenchmark implements Benchmark {
  private static final Bar THREE_MINUTES = Bar.clock(180);
  private static final Bar HEAP = Bar.atMost(Child.HEAP_MIB);
  private static final Bar TWO_SECONDS = Bar.clock(2);
  private static final List<Integer> DONE = List.of(0);
  private static final List<Integer> DONE_OR_IN_PART = List.of(0, 6);
  private static final int TIMES = 5;

  @Override
  public String name() {
    return "custody";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    Sizes sizes = Sizes.of(stage);
    List<Line> lines = new ArrayList<>();
    List<Words> remarks = new ArrayList<>();
    bulk(stage, sizes, lines, remarks);
    double trace = plan(stage, sizes, lines);
    remarks.add(
        new Words(
            "批量命令各在独立进程中运行，堆上限 1 GiB（-Xmx1g，SerialGC）；堆峰值取自回收日志，常驻峰值取自 VmHWM。",
            "Bulk commands run in processes of their own with -Xmx1g (SerialGC), their start counted;"
                + " peak heap from the collector's log, resident peak from VmHWM."));
    if (stage.quick()) {
      remarks.add(
          new Words(
              "快速运行只做五十分之一，时间按速率外推（启动时间只算一次）；程序尚未热起来，故外推偏长，不以时间判失败。",
              "A quick run does a fiftieth; times are extrapolated by rate, the start counted once. The"
                  + " program is still cold then, so they come out long and fail nothing."));
    }
    String median = seconds(trace);
    return new Report(
        lines,
        remarks,
        new Words(
            "追溯 " + sizes.leaked() + " 行泄露（" + sizes.releases() + " 份副本）用时 " + median,
            median
                + " to trace "
                + sizes.leaked()
                + " leaked rows against "
                + sizes.releases()
                + " disclosures"));
  }

  private static void bulk(Stage stage, Sizes sizes, List<Line> lines, List<Words> remarks)
      throws Exception {
    Path folder = Files.createDirectories(stage.folder().resolve("bulk"));
    stage.say("生成 " + sizes.rows() + " 行清单", "making a portfolio of " + sizes.rows() + " rows");
    BulkWorld.write(folder, stage.seed(), sizes.rows());
    try (Ground ground = Ground.init(stage, folder)) {
      remarks.add(Line.same(Machine.facts(stage.sources(), ground.database())));
      Child child = new Child(ground.shell(), folder);
      double start = child.run(DONE, "ledger", "checkpoint").seconds();
      double times = sizes.times(Sizes.WHOLE.rows(), sizes.rows());

      stage.say("存入", "deposit");
      Child.Run deposit =
          child.run(DONE_OR_IN_PART, "deposit", folder.resolve("portfolio.csv").toString());
      double copy;
      try (Connection connection = ground.connection()) {
        copy =
            Peers.copyIn(
                connection, folder.resolve("portfolio.csv"), PortfolioGenerator.COLUMNS.size());
      }
      remarks.add(losses(deposit.json(), sizes.rows()));
      Words deposited =
          new Words("存入 " + sizes.rows() + " 行", "deposit of " + sizes.rows() + " rows");
      lines.add(
          timed(
              deposited,
              peer("明文 COPY", "clear-text COPY", copy, deposit.seconds()),
              deposit.seconds(),
              sizes.rows(),
              extrapolated(deposit.seconds(), start, times)));
      lines.add(heap(deposited, deposit));

      stage.say("一次释放全部", "one release of all");
      Path out = folder.resolve("all.csv");
      Child.Run release =
          child.run(
              DONE,
              "disclose",
              "--to",
              BulkWorld.RECIPIENT,
              "--purpose",
              BulkWorld.PURPOSE,
              "--columns",
              BulkWorld.columns(),
              "--subjects",
              folder.resolve("subjects.csv").toString(),
              "--out",
              out.toString());
      double plain = Peers.write(List.of(out), folder);
      long rows = release.json().get("rows").asLong();
      Words released = new Words("单次释放 " + rows + " 行", "one release of " + rows + " rows");
      lines.add(
          Line.reported(
              released,
              peer("明文 CSV", "plain CSV", plain, release.seconds()),
              rate(release.seconds(), rows)));
      lines.add(heap(released, release));
      Files.delete(out);
    }
  }

  private static double plan(Stage stage, Sizes sizes, List<Line> lines) throws Exception {
    Path folder = Files.createDirectories(stage.folder().resolve("plan"));
    stage.say(
        "一份 " + sizes.people() + " 人的清单，" + sizes.releases() + " 份释放",
        sizes.releases() + " releases of a portfolio of " + sizes.people() + " people");
    PortfolioGenerator portfolio =
        new PortfolioGenerator(stage.seed(), sizes.people(), Untidiness.asExported());
    ChainGenerator chains = new ChainGenerator(stage.seed());
    try (Ground ground =
        Ground.init(stage, folder, chains.randomLists(portfolio, sizes.releases(), sizes.each()))) {
      Child child = new Child(ground.shell(), folder);
      ground.shell().expect(DONE_OR_IN_PART, "deposit", folder.resolve("portfolio.csv").toString());
      double start = child.run(DONE, "ledger", "checkpoint").seconds();
      stage.say("按计划释放", "the plan is released");
      Child.Run run = child.run(DONE, "disclose", "--plan", folder.resolve("plan.yaml").toString());
      List<JsonNode> copies = new ArrayList<>();
      run.json().get("disclosures").forEach(copies::add);
      double plain =
          Peers.write(
              copies.stream().map(copy -> Path.of(copy.get("file").asString())).toList(), folder);
      long rows = copies.stream().mapToLong(copy -> copy.get("rows").asLong()).sum();
      Words planned =
          new Words(
              "计划：" + copies.size() + " 份 × " + sizes.each() + " 行",
              "plan of " + copies.size() + " releases of " + sizes.each() + " rows");
      double times = sizes.times(Sizes.WHOLE.releases(), sizes.releases());
      lines.add(
          timed(
              planned,
              peer("明文 CSV", "plain CSV", plain, run.seconds()),
              run.seconds(),
              rows,
              extrapolated(run.seconds(), start, times)));
      lines.add(heap(planned, run));
      stage.say("追溯", "tracing");
      return trace(stage, sizes, ground, copies, lines);
    }
  }

  private static double trace(
      Stage stage, Sizes sizes, Ground ground, List<JsonNode> copies, List<Line> lines)
      throws Exception {
    double[] seconds = new double[TIMES];
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < TIMES; i++) {
      long seed = stage.seed() + i;
      JsonNode copy = copies.get(Math.floorMod(seed * 31, copies.size()));
      Path leak = ground.file("leak-" + i + ".csv");
      FileShape.UTF8.write(
          leak,
          Attack.all(
              CopyFile.read(Path.of(copy.get("file").asString())),
              new Selection.Sample(sizes.leaked(), seed)));
      long begun = System.nanoTime();
      Shell.Result answer = ground.shell().run("trace", leak.toString());
      seconds[i] = Peers.since(begun);
      if (answer.exit() > 1) {
        throw new io.tidemark.bench.CommandFailed("trace", answer.exit(), answer.notes());
      }
      for (JsonNode accused : answer.json().get("accused")) {
        if (accused.get("party").asString().equals(copy.get("party").asString())) {
          right++;
        } else {
          wrong++;
        }
      }
    }
    Arrays.sort(seconds);
    double median = seconds[TIMES / 2];
    Outcome outcome = wrong > 0 ? Outcome.WRONG : TWO_SECONDS.judge(median);
    lines.add(
        new Line(
            new Words(
                "追溯 " + sizes.leaked() + " 行，" + copies.size() + " 份副本",
                "trace of " + sizes.leaked() + " rows against " + copies.size() + " disclosures"),
            Line.same("–"),
            new Words(
                seconds(median)
                    + "（"
                    + TIMES
                    + " 次之中位，最长 "
                    + seconds(seconds[TIMES - 1])
                    + "），指认对 "
                    + right
                    + "，错 "
                    + wrong,
                seconds(median)
                    + " (median of "
                    + TIMES
                    + ", longest "
                    + seconds(seconds[TIMES - 1])
                    + "), right "
                    + right
                    + ", wrong "
                    + wrong),
            Line.same("< 2 s"),
            outcome));
    return median;
  }

  private static double extrapolated(double seconds, double start, double times) {
    return times == 1 ? seconds : start + Math.max(0, seconds - start) * times;
  }

  private static Line timed(Words what, Words peer, double seconds, long rows, double judged) {
    Words ours = rate(seconds, rows);
    Words extrapolated =
        judged == seconds
            ? ours
            : new Words(
                ours.zh() + "，外推 " + seconds(judged),
                ours.en() + ", extrapolated " + seconds(judged));
    return new Line(what, peer, extrapolated, Line.same("< 180 s"), THREE_MINUTES.judge(judged));
  }

  private static Line heap(Words what, Child.Run run) {
    return new Line(
        new Words(what.zh() + "：堆峰值", what.en() + ": peak heap"),
        Line.same("–"),
        new Words(
            run.heapMib() + " MiB（回收后 " + run.liveMib() + "），常驻 " + run.residentMib() + " MiB",
            run.heapMib()
                + " MiB (after a collection "
                + run.liveMib()
                + "), resident "
                + run.residentMib()
                + " MiB"),
        Line.same("< 1 GiB"),
        HEAP.judge(run.heapMib()));
  }

  private static Words peer(String zh, String en, double seconds, double ours) {
    String ratio = String.format(Locale.ROOT, "%s, 1:%.1f", seconds(seconds), ours / seconds);
    return new Words(zh + " " + ratio, en + " " + ratio);
  }

  private static Words rate(double seconds, long rows) {
    String figure = String.format(Locale.ROOT, "%s, %,.0f", seconds(seconds), rows / seconds);
    return new Words(figure + " 行/秒", figure + " rows/s");
  }

  private static Words losses(JsonNode deposit, int rows) {
    long accepted = deposit.get("accepted").asLong();
    long updated = deposit.get("updated").asLong();
    long unchanged = deposit.get("unchanged").asLong();
    long rejected = deposit.get("rejected").asLong();
    long lost = rows - accepted - updated - unchanged - rejected;
    return new Words(
        "存入的 " + rows + " 行：收入 " + accepted + "，更新 " + updated + "，未变 " + unchanged + "，拒收 "
            + rejected + "，丢失 " + lost,
        "Of "
            + rows
            + " rows deposited: "
            + accepted
            + " accepted, "
            + updated
            + " updated, "
            + unchanged
            + " unchanged, "
            + rejected
            + " rejected, "
            + lost
            + " lost");
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
