package io.tidemark.bench.tracing;

import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.chainsim.leak.Collusion;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.evidence.EvidenceReading;
import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.TiltedInnocent;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How rare an innocent with a score of a million is, by importance sampling on the spellings that
 * {@code evidence} says real leaks show.
 *
 * @param home the copies, and where leaks are traced
 * @param original the people as they were deposited
 * @param seed of the run
 */
record RareInnocents(SameList home, LeakedTable original, long seed) {
  private static final double ALPHA = 1e-6;

  /** An estimate of a chance. */
  record Estimate(double chance, double error) {
    /** P(E ≥ e^log) among innocents of this leak. */
    static Estimate of(TiltedInnocent innocent, double log, int draws, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < draws; i++) {
        double score = innocent.logOfDraw(random);
        double weight = score >= log ? Math.exp(-score) : 0;
        sum += weight;
        squares += weight * weight;
      }
      double mean = sum / draws;
      return new Estimate(mean, Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws));
    }

    /** The same for {@code times} as many. */
    Estimate times(double times) {
      return new Estimate(times * chance, times * error);
    }

    boolean below(double most) {
      return chance + 2 * error <= most;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1e ± %.0e", chance, error);
    }
  }

  /** Two lines for each leak. */
  List<Line> lines(int draws) throws Exception {
    List<Line> lines = new ArrayList<>();
    Copies copies = home.copies();
    int place = copies.place(seed);
    LeakedTable ten = copies.sample(place, 10, seed);
    LeakedTable some = copies.sample(place, 60, seed);
    List<LeakedTable> three = new ArrayList<>(List.of(some));
    three.add(copies.rows((place + 1) % copies.size()));
    three.add(copies.rows((place + 2) % copies.size()));
    lines.add(line("原文 12 行", "12 rows of the original text", rows(original, 12), draws));
    lines.add(line("原样 10 行", "10 rows as released", ten, draws));
    lines.add(
        line(
            "重新录入 18 行",
            "18 rows retyped",
            Condition.RETYPED.on(copies.sample(place, 18, seed), seed),
            draws));
    lines.add(
        line(
            "三方合谋 60 行",
            "60 rows of three colluders, rarest",
            Collusion.RAREST.mixed(three, seed),
            draws));
    return lines;
  }

  private LeakedTable rows(LeakedTable table, int rows) {
    return new Selection.Sample(rows, seed).on(table);
  }

  private Line line(String zh, String en, LeakedTable leak, int draws) throws Exception {
    int candidates = home.holders().size() + 1;
    TiltedInnocent innocent = new TiltedInnocent(new LikelihoodRatio(read(leak)));
    Estimate one = Estimate.of(innocent, -Math.log(ALPHA), draws, seed);
    Estimate any =
        Estimate.of(innocent, Math.log(candidates / ALPHA), draws, seed + 1).times(candidates);
    return new Line(
        new Words(zh + "：无辜者 E ≥ 1e6 的概率", en + ": chance of an innocent with E ≥ 1e6"),
        new Words("界限 1e-6", "the bound says 1e-6"),
        new Words(
            one + "；" + candidates + " 方之一界限 ≤ 1e-6：" + any,
            one + "; a bound ≤ 1e-6 for any of " + candidates + ": " + any),
        Line.same("≤ 1e-6"),
        one.below(ALPHA) && any.below(ALPHA) ? Outcome.MET : Outcome.WRONG);
  }

  /** The spellings that a leak shows, as its bundle gives them to whoever checks it. */
  private Leak read(LeakedTable leak) throws Exception {
    Trial trial = home.tracing().trial(Material.csv(leak));
    Path bundle = home.ground().file(trial.finding().caseId() + ".zip");
    home.ground()
        .shell()
        .expect(List.of(0), "evidence", trial.finding().caseId(), "--out", bundle.toString());
    try {
      return EvidenceReading.leak(BundleFile.read(bundle).bundle().file().leak());
    } finally {
      Files.delete(bundle);
    }
  }
}
