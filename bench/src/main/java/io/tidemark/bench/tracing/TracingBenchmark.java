package io.tidemark.bench.tracing;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.bench.tracing.scale.Scale;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.terms.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From whose copy does a leak come, whatever was done to it; and is an innocent ever accused? */
public final class TracingBenchmark implements Benchmark {
  /** At most, for the questions that are asked in rounds; all else takes the time that it takes. */
  private static final Duration ROUNDS = Duration.ofMinutes(40);

  /** For a quick run up to its last round. */
  private static final Duration QUICK = Duration.ofSeconds(42);

  @Override
  public String name() {
    return "tracing";
  }

  /** People, lists, leaks and attacks of two worlds. */
  @Override
  public List<Long> seeds() {
    return List.of(1L, 2L);
  }

  @Override
  public Report run(Stage stage) throws Exception {
    Instant begun = Instant.now();
    // what the clock judges comes first: all else may share the machine
    Scale clocked = new Scale(stage);
    List<Line> scale = clocked.asked() ? clocked.lines() : List.of();
    if (!scale.isEmpty() && !stage.only().isEmpty()) {
      return new Report(scale, List.of(), scale.get(scale.size() - 1).ours());
    }
    List<Line> first = new ArrayList<>();
    try (Trials trials = new Trials(stage)) {
      if (stage.asks("holders only")) {
        first.addAll(new HoldersOnly(stage).lines(trials));
      }
      if (stage.asks("one honey customer alone")) {
        first.add(new Honey(stage).line(trials));
      }
      int people = stage.size(5_000, 300);
      int recipients = stage.size(1_000, 100);
      List<Line> lines = new ArrayList<>();
      Report report;
      try (SameList home = SameList.laid(stage, "home", people, recipients, 0);
          SameList other =
              SameList.laid(stage, "elsewhere", stage.size(300, 60), stage.size(100, 20), 0)) {
        report = report(stage, trials, home, other, first, begun);
      }
      lines.addAll(report.lines());
      lines.addAll(scale);
      return new Report(lines, report.remarks(), report.headline());
    }
  }

  private static Report report(
      Stage stage, Trials trials, SameList home, SameList other, List<Line> first, Instant begun)
      throws Exception {
    LeakedTable original = home.original();
    List<Line> lines = new ArrayList<>();
    if (stage.asks("foreign rows")) {
      lines.add(new Haystack(stage, home).line());
    }
    List<Line> rare =
        stage.asks("chance of an innocent")
            ? new RareInnocents(home, original, stage.seed()).lines(stage.size(40_000, 10_000))
            : List.of();
    SmallLeaks small = new SmallLeaks(home, stage.seed());
    List<Line> planned = new ArrayList<>();
    if (stage.asks("rows to name")) {
      stage.say("规划与实测", "planned and measured rows to name");
      Ladder ladder = new Ladder(stage, small, trials);
      for (Ladder.Place place : Ladder.places()) {
        planned.add(ladder.line(place, home.planned(place.narrowed(), place.condition())));
      }
    }

    stage.say("合谋", "colluders");
    Map<Question, List<Trial>> done =
        new LinkedHashMap<>(trials.all(asked(stage, new Colluders(home, original).questions())));
    List<Question> absent =
        List.of(
            Innocents.between(home, other).question("本数据目录", "in this home", 1_200, 12),
            Innocents.between(other, home).question("另一数据目录", "in another home", 2_400, 24));
    List<Question> rest = new ArrayList<>(small.questions());
    rest.addAll(new Attacks(home).questions());
    rest.add(new Posts(home).question());
    rest.addAll(absent);
    Instant end = stage.quick() ? begun.plus(QUICK) : Instant.now().plus(ROUNDS);
    done.putAll(trials.until(asked(stage, rest), end));

    lines.addAll(Findings.lines(done, stage.quick()));
    if (stage.only().isEmpty()) { // it adds up all questions, not some
      lines.add(
          Calibration.elsewhere(
              done.values().stream().flatMap(List::stream).toList(), stage.quick()));
    }
    lines.addAll(planned);
    List<Trial> sourceless = absent.stream().flatMap(one -> of(done, one)).toList();
    lines.addAll(sourceless.isEmpty() ? List.of() : BoundCheck.lines(sourceless));
    lines.addAll(rare);
    lines.addAll(first);
    if (stage.asks("peer")) {
      lines.addAll(
          new Beside(stage, home.copies().size(), home.copies().at(0).rows(), figures(done))
              .lines());
    }
    return new Report(
        List.copyOf(lines),
        Findings.remarks(stage, home, other),
        Findings.headline(done, home.copies().size()));
  }

  private static List<Question> asked(Stage stage, List<Question> questions) {
    return questions.stream().filter(question -> stage.asks(question.what().en())).toList();
  }

  private static java.util.stream.Stream<Trial> of(
      Map<Question, List<Trial>> done, Question question) {
    return done.getOrDefault(question, List.of()).stream();
  }

  private static Map<String, Words> figures(Map<Question, List<Trial>> done) {
    Map<String, Words> figures = new HashMap<>();
    done.forEach(
        (question, trials) ->
            figures.put(
                question.what().en(), question.goal().figure(question.goal().tally(trials))));
    return figures;
  }
}
