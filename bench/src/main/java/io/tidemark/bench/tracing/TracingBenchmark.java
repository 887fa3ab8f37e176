package io.tidemark.bench.tracing;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.chain.ChainGenerator;
import io.tidemark.chainsim.leak.Collusion;
import io.tidemark.chainsim.leak.Column;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** The same list to many recipients; which of them leaked? */
public final class TracingBenchmark implements Benchmark {
  private static final Duration WHOLE = Duration.ofMinutes(8);
  private static final Duration QUICK = Duration.ofSeconds(36);
  private static final int PEOPLE = 300;
  private static final int NEEDLE = 14;
  private static final int COLLUDERS = 3;
  private static final int GUILT_TRIALS = 100;
  private static final double NEARLY_ALWAYS = 0.99;

  @Override
  public String name() {
    return "tracing";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    Instant begun = Instant.now();
    Path folder = Files.createDirectories(stage.folder().resolve("tracing"));
    int recipients = stage.size(1_000, 100);
    PortfolioGenerator portfolio =
        new PortfolioGenerator(stage.seed(), PEOPLE, Untidiness.asExported());
    ChainGenerator chains = new ChainGenerator(stage.seed());
    try (Ground ground = Ground.init(stage, folder, chains.sameList(portfolio, recipients))) {
      ground.shell().expect(List.of(0, 6), "deposit", folder.resolve("portfolio.csv").toString());
      stage.say("同一份清单给 " + recipients + " 方", "the same list to " + recipients + " recipients");
      JsonNode released =
          ground
              .shell()
              .expect(List.of(0), "disclose", "--plan", folder.resolve("plan.yaml").toString());
      Copies copies = Copies.of(released.get("disclosures"));
      Tracing tracing = new Tracing(ground);
      LeakedTable original = original(portfolio, copies.rows(0).headings());
      List<Line> lines = new ArrayList<>();
      Instant end = begun.plus(stage.quick() ? QUICK : WHOLE);
      Map<Question, Tally> tallies = new Trials(stage, tracing, copies, original).run(end);
      tallies.forEach((question, tally) -> lines.add(question.line(tally, stage.quick())));
      lines.add(rowsToName(tallies, copies));
      lines.add(haystack(stage, tracing, ground, copies));
      lines.addAll(colluders(stage, tracing, copies));
      lines.add(guilt(stage, copies));
      return new Report(lines, remarks(stage, ground, copies), headline(tallies, copies));
    }
  }

  private static LeakedTable original(PortfolioGenerator portfolio, List<String> headings) {
    List<Integer> columns = headings.stream().map(PortfolioGenerator.COLUMNS::indexOf).toList();
    return new LeakedTable(
        headings, portfolio.rows().map(row -> columns.stream().map(row::get).toList()).toList());
  }

  private static Line rowsToName(Map<Question, Tally> tallies, Copies copies) {
    String measured = text(measured(tallies));
    String planned = text(copies.rowsToName(Treatment.AS_RELEASED));
    return Line.reported(
        new Words("可指认行数（原样，≥ 99 %）", "rows to name (as released, ≥ 99 %)"),
        new Words(
            "规划：原样 "
                + planned
                + "，清洗 "
                + text(copies.rowsToName(Treatment.CLEANED))
                + "，录入 "
                + text(copies.rowsToName(Treatment.RETYPED)),
            "planned: as released "
                + planned
                + ", cleaned "
                + text(copies.rowsToName(Treatment.CLEANED))
                + ", retyped "
                + text(copies.rowsToName(Treatment.RETYPED))),
        new Words(
            "实测 " + measured + "（6、8、10、12 之中）", "measured " + measured + " (of 6, 8, 10, 12)"));
  }

  private static OptionalInt measured(Map<Question, Tally> tallies) {
    return tallies.entrySet().stream()
        .filter(one -> !one.getKey().innocent())
        .filter(one -> one.getKey().treatment() == Treatment.AS_RELEASED)
        .filter(one -> one.getValue().right() >= NEARLY_ALWAYS * one.getValue().trials())
        .mapToInt(one -> one.getKey().rows())
        .min();
  }

  private static Line haystack(Stage stage, Tracing tracing, Ground ground, Copies copies)
      throws Exception {
    int foreign = stage.size(1_000_000, 20_000);
    stage.say(
        NEEDLE + " 行混入 " + foreign + " 行", NEEDLE + " rows among " + foreign + " foreign rows");
    long seed = stage.seed() + 17;
    int place = Math.floorMod(seed, copies.size());
    Path file = ground.file("haystack.csv");
    PortfolioGenerator strangers =
        new PortfolioGenerator(stage.seed() + 1, foreign, Untidiness.asExported());
    new Haystack(strangers, foreign)
        .write(file, new Selection.Sample(NEEDLE, seed).on(copies.rows(place)), seed);
    Finding finding = tracing.trace(file);
    Tally tally = finding.against(List.of(copies.at(place).party()));
    String seconds = String.format(Locale.ROOT, "%.1f s", finding.seconds());
    boolean right = tally.right() == 1;
    return new Line(
        new Words(
            NEEDLE + " 行混在 " + foreign + " 行无关数据中",
            NEEDLE + " rows among " + foreign + " foreign rows"),
        Line.same("–"),
        new Words(
            (right ? "指认正确" : "未指认") + "，误指 " + tally.wrong() + "，" + seconds,
            (right ? "named right" : "not named")
                + ", wrong accusations "
                + tally.wrong()
                + ", "
                + seconds),
        new Words("指认正确", "named right"),
        tally.wrong() > 0 ? Outcome.WRONG : right ? Outcome.MET : Outcome.MISSED);
  }

  private static List<Line> colluders(Stage stage, Tracing tracing, Copies copies)
      throws Exception {
    stage.say("合谋", "colluders");
    List<Line> lines = new ArrayList<>();
    for (Collusion rule : Collusion.values()) {
      long seed = stage.seed() + rule.ordinal();
      List<Integer> places =
          new SplittableRandom(seed)
              .ints(0, copies.size())
              .distinct()
              .limit(COLLUDERS)
              .boxed()
              .toList();
      List<LeakedTable> theirs = new ArrayList<>();
      List<String> parties = new ArrayList<>();
      for (int place : places) {
        theirs.add(copies.rows(place));
        parties.add(copies.at(place).party());
      }
      LeakedTable leak = rule.mixed(theirs, seed);
      Finding finding = tracing.trace(leak);
      long caught = finding.accused().stream().filter(parties::contains).count();
      long innocent = finding.accused().size() - caught;
      String name = rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      lines.add(
          new Line(
              new Words(
                  COLLUDERS + " 方合谋（" + name + "），" + leak.rows().size() + " 行",
                  COLLUDERS + " colluders, " + name + ", " + leak.rows().size() + " rows"),
              Line.same("–"),
              new Words(
                  "指认 " + caught + "/" + COLLUDERS + "，误指 " + innocent,
                  "caught " + caught + "/" + COLLUDERS + ", innocents " + innocent),
              new Words("不误指", "no innocent"),
              innocent > 0 ? Outcome.WRONG : Outcome.NO_BAR));
    }
    return lines;
  }

  private static Line guilt(Stage stage, Copies copies) throws Exception {
    stage.say("对照：持有者公式", "the peer: guilt by holding");
    Guilt guilt = new Guilt();
    List<List<String>> held = new ArrayList<>();
    for (int place = 0; place < copies.size(); place++) {
      LeakedTable rows = copies.rows(place);
      int mobile = Column.MOBILE.in(rows).orElseThrow();
      held.add(rows.rows().stream().map(row -> row.get(mobile)).toList());
      guilt.add(held.get(place));
    }
    SplittableRandom random = new SplittableRandom(stage.seed());
    double right = 0;
    long tied = 0;
    for (int i = 0; i < GUILT_TRIALS; i++) {
      int place = random.nextInt(copies.size());
      List<String> own = held.get(place);
      List<String> leaked =
          random.ints(Question.TEN_ROWS.rows(), 0, own.size()).mapToObj(own::get).toList();
      double[] guilts = guilt.of(leaked);
      int ties = Guilt.tied(guilts);
      boolean among = Guilt.among(guilts, place);
      right += among ? 1.0 / ties : 0;
      tied += ties;
    }
    String share = String.format(Locale.ROOT, "%.4f", right / GUILT_TRIALS);
    return Line.reported(
        new Words("对照：按持有定罪，原样 10 行", "peer: guilt by holding, 10 rows as released"),
        new Words(
            "Papadimitriou、Garcia-Molina 2011：对 " + share + "，平均 " + tied / GUILT_TRIALS + " 方并列",
            "Papadimitriou, Garcia-Molina 2011: right "
                + share
                + ", "
                + tied / GUILT_TRIALS
                + " tied on average"),
        Line.same("–"));
  }

  private static List<Words> remarks(Stage stage, Ground ground, Copies copies) throws Exception {
    return List.of(
        Line.same(Machine.facts(stage.sources(), ground.database())),
        new Words(
            copies.size() + " 方各得同一份清单（" + PEOPLE + " 人；姓名、手机号、车牌号、厂牌型号、地址、终保日期），泄露行打乱、不带编号。",
            "The same list ("
                + PEOPLE
                + " people; name, phone, plate, model, address, expiry) to "
                + copies.size()
                + " recipients; leaks shuffled, no id."),
        new Words(
            "比率后为 95 % Clopper-Pearson 区间；整轮运行以下限判定，快速运行以比率判定。",
            "Rates with the two-sided 95 % Clopper-Pearson interval; a whole run is judged by its lower end, a quick one by the rate."));
  }

  private static Words headline(Map<Question, Tally> tallies, Copies copies) {
    Tally ten = tallies.getOrDefault(Question.TEN_ROWS, Tally.NONE);
    Rate right = new Rate(ten.right(), ten.trials());
    int wrong = tallies.values().stream().mapToInt(Tally::wrong).sum();
    int trials = tallies.values().stream().mapToInt(Tally::trials).sum();
    return new Words(
        "原样 10 行指认正确 " + right + "（" + copies.size() + " 方）；误指 " + wrong + "/" + trials,
        "named right from 10 rows as released, "
            + copies.size()
            + " recipients: "
            + right
            + "; wrong accusations "
            + wrong
            + " of "
            + trials);
  }

  private static String text(OptionalInt rows) {
    return rows.isPresent() ? String.valueOf(rows.getAsInt()) : "–";
  }
}
