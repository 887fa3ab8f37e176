package io.tidemark.bench.tracing;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.bench.tracing.peers.Guilt;
import io.tidemark.chainsim.holders.ExactPosterior;
import io.tidemark.chainsim.holders.LeakedPeople;
import io.tidemark.chainsim.holders.NestedChain;
import io.tidemark.chainsim.holders.Rates;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Leaks without any carrier from a nested chain, in worlds whose rates {@code trace} is not told:
 * against somebody who knows them, and against the guilt formula.
 */
final class HoldersOnly {
  private static final List<Rates> WORLDS =
      List.of(
          new Rates(.5, .02, .05),
          new Rates(.5, .1, .2),
          new Rates(.5, .3, .2),
          new Rates(.5, .5, .5),
          new Rates(.5, 0, .3),
          new Rates(.8, .1, .5));
  private static final List<Integer> SIZES = List.of(5, 10, 20);
  private static final double OF_EXACT = .97;

  private final Stage stage;

  HoldersOnly(Stage stage) {
    this.stage = stage;
  }

  /**
   * A leak of this many rows that has a source of ours.
   *
   * @param ours whether the best candidate was the source
   * @param exact whether the exact posterior's was
   * @param guilt the chance that the guilt formula's is, ties broken by lot
   */
  private record Ranked(int rows, String kind, boolean ours, boolean exact, double guilt) {}

  /** The lines of the report. */
  List<Line> lines(Trials trials) throws Exception {
    try (NestedHome home = NestedHome.laid(stage, stage.size(3_000, 400))) {
      stage.say("只凭持有者", "holders only");
      Guilt guilt = guilt(home.chain());
      int each = stage.size(240, 8);
      Progress progress = new Progress(stage, "次（只凭持有者）", "leaks by holders only");
      List<Ranked> ranked = new ArrayList<>();
      List<Trial> all = new ArrayList<>();
      for (int rows : SIZES) {
        for (int first = 0; first < each; first += 8) {
          trials
              .workers()
              .each(first, 8, number -> play(home, guilt, rows, number))
              .forEach(
                  played -> {
                    all.add(played.trial());
                    ranked.addAll(played.ranked());
                  });
          progress.at(all.size(), (long) each * SIZES.size());
        }
      }
      List<Line> lines = new ArrayList<>();
      SIZES.forEach(rows -> lines.add(right(rows, ranked)));
      lines.add(Calibration.line(all, stage.quick()));
      return lines;
    }
  }

  /** A leak; not ranked where nobody of ours leaked anybody. */
  private record Played(Trial trial, List<Ranked> ranked) {}

  private Played play(NestedHome home, Guilt guilt, int rows, int number) throws Exception {
    Rates rates = WORLDS.get(number % WORLDS.size());
    long seed = Question.seed(stage.seed(), "holders " + rows, number);
    NestedChain chain = home.chain();
    LeakedPeople leak = chain.leak(rates, rows, seed);
    Trial trial = home.trial(leak, seed);
    if (leak.source().isEmpty() || leak.people().isEmpty()) {
      return new Played(trial, List.of());
    }
    String source = leak.source().get().id();
    List<Finding.Candidate> candidates = trial.finding().candidates();
    boolean ours = !candidates.isEmpty() && candidates.get(0).party().equals(source);
    double[] guilts = guilt.of(leak.people().stream().map(String::valueOf).toList());
    boolean among = Guilt.among(guilts, place(chain, source));
    return new Played(
        trial,
        List.of(
            new Ranked(
                rows,
                trial.label(),
                ours,
                exact(chain, rates, leak).equals(source),
                among ? 1.0 / Guilt.tied(guilts) : 0)));
  }

  private static Guilt guilt(NestedChain chain) {
    Guilt guilt = new Guilt();
    chain
        .holders()
        .forEach(holder -> guilt.add(holder.people().stream().mapToObj(String::valueOf).toList()));
    return guilt;
  }

  private static int place(NestedChain chain, String id) {
    List<String> ids = chain.holders().stream().map(NestedChain.Holder::id).toList();
    return ids.indexOf(id);
  }

  private static String exact(NestedChain chain, Rates rates, LeakedPeople leak) {
    double[] posterior = new ExactPosterior(chain, rates).of(leak.people());
    int best = 0;
    for (int i = 1; i < chain.holders().size(); i++) {
      best = posterior[i] > posterior[best] ? i : best;
    }
    return chain.holders().get(best).id();
  }

  private Line right(int rows, List<Ranked> ranked) {
    List<Ranked> of = ranked.stream().filter(one -> one.rows() == rows).toList();
    int ours = (int) of.stream().filter(Ranked::ours).count();
    int exact = (int) of.stream().filter(Ranked::exact).count();
    double guilt = of.stream().mapToDouble(Ranked::guilt).average().orElse(0);
    TreeMap<String, Integer> trials = new TreeMap<>();
    TreeMap<String, Integer> right = new TreeMap<>();
    of.forEach(
        one -> {
          trials.merge(one.kind(), 1, Integer::sum);
          right.merge(one.kind(), one.ours() ? 1 : 0, Integer::sum);
        });
    StringBuilder kinds = new StringBuilder();
    right.forEach(
        (kind, count) ->
            kinds
                .append(kinds.length() == 0 ? "" : ", ")
                .append(kind + " " + count + "/" + trials.getOrDefault(kind, 0)));
    String peer = String.format(Locale.ROOT, "%d/%d; 2011: %.2f", exact, of.size(), guilt);
    Rate rate = new Rate(ours, of.size());
    return new Line(
        new Words(
            "只凭持有者，嵌套链，" + rows + " 行（至少一半无关）",
            "holders only, nested chain, " + rows + " rows, half foreign or more"),
        new Words("知道比率者 " + peer, "who knows the rates " + peer),
        new Words(
            "首位正确 " + rate + "（" + kinds + "）", "first is right " + rate + " (" + kinds + ")"),
        new Words("≥ 前者的 97 %", "≥ 97 % of the former"),
        exact == 0 ? Outcome.NO_BAR : Bar.atLeast(OF_EXACT).judge((double) ours / exact));
  }
}
