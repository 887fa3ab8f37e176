package io.tidemark.bench.calls;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.calls.source.CallAttribution;
import io.tidemark.chainsim.calls.Behaviour;
import io.tidemark.chainsim.calls.CallWorld;
import io.tidemark.chainsim.calls.KnownRates;
import io.tidemark.chainsim.calls.Leak;
import io.tidemark.chainsim.calls.Reports;
import io.tidemark.terms.Words;
import io.tidemark.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * From reports of calls to the party whose list leaked, in worlds whose rates the method is not
 * told, beside somebody who knows them and looks at people alone.
 */
final class WhoseList {
  private static final double OF_KNOWING = .97;
  private static final double PROBABLE = .95;
  private static final List<Double> BACKGROUND = List.of(.5, .7);
  private static final List<Integer> REPORTS = List.of(12, 30);

  private final Stage stage;
  private final Calibrated calibrated = new Calibrated();

  WhoseList(Stage stage) {
    this.stage = stage;
  }

  static Words remark() {
    return new Words(
        "谁的名单：在进程内调用方法本身；世界的比率（窗口、知情、背景）逐次抽取且不告知方法；“知道比率者”知道背景比例、名单在泄露当天的样子和泄露方数目，只看人。",
        "Whose list: the method is called in this process. The rates of each world are drawn anew and"
            + " not told to it; who knows the rates knows the share of background, the lists as of"
            + " the day of the leak and how many leaked, and looks at people alone.");
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int each = stage.size(300, 6);
    for (boolean city : new boolean[] {false, true}) {
      CallWorld world =
          CallWorld.of(
              city ? CallWorld.Size.CITY : CallWorld.Size.NESTED, seed(city ? "city" : "nested", 0));
      Others others = new Others(world);
      String where = city ? "city" : "nested chain";
      stage.say("谁的名单：" + (city ? "城市" : "嵌套链"), "whose list: " + where);
      for (int sources = 1; sources <= 2; sources++) {
        for (double background : BACKGROUND) {
          for (int reports : REPORTS) {
            lines.add(line(world, others, city, sources, background, reports, each));
          }
        }
      }
      absent(world, where, each);
      lines.add(twins(world, city, each));
    }
    lines.addAll(calibrated.lines(stage.quick()));
    return lines;
  }

  private long seed(String what, int number) {
    return new SplittableRandom(stage.seed() * 1_000_003 + what.hashCode() * 31L + number)
        .nextLong();
  }

  private Reports drawn(CallWorld world, int sources, double background, int many, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Leak(world, Behaviour.drawn(background, random), random).reports(sources, many);
  }

  private Line line(
      CallWorld world,
      Others others,
      boolean city,
      int sources,
      double background,
      int many,
      int each) {
    int ours = 0;
    int knowing = 0;
    double[] peers = new double[3];
    double first = 0;
    TreeMap<String, int[]> kinds = new TreeMap<>();
    for (int i = 0; i < each; i++) {
      Reports reports =
          drawn(world, sources, background, many, seed(city + " " + sources + background + many, i));
      CallAttribution said = new Played(world, reports).attribution();
      calibrated.add(world, reports, said);
      double[] exact = new KnownRates(world).of(reports, background);
      for (int source : reports.sources()) {
        int[] counts =
            kinds.computeIfAbsent(world.parties().get(source).kind().id(), kind -> new int[2]);
        boolean right = accuses(said, world.parties().get(source).id());
        ours += right ? 1 : 0;
        counts[0] += right ? 1 : 0;
        counts[1]++;
        knowing += exact[source] >= PROBABLE ? 1 : 0;
      }
      String best = said.candidates().get(0).party();
      first += reports.sources().stream().anyMatch(s -> id(world, s).equals(best)) ? 1 : 0;
      double[] right = others.right(reports);
      for (int p = 0; p < peers.length; p++) {
        peers[p] += right[p];
      }
    }
    int trials = each * sources;
    String share = String.format(Locale.ROOT, "%.0f %%", 100 * background);
    String where = (city ? "城市" : "嵌套链") + "，" + sources + " 方泄露，";
    String there = (city ? "city, " : "nested chain, ") + (sources == 1 ? "one leak, " : "two leaks, ");
    String found = new Rate(ours, trials) + kinds(kinds);
    String peer =
        String.format(
            Locale.ROOT,
            "%d/%d; %.2f, %.2f, %.2f",
            knowing,
            trials,
            peers[0] / each,
            peers[1] / each,
            peers[2] / each);
    return new Line(
        new Words(
            where + many + " 份举报，背景 " + share, there + many + " reports, " + share + " background"),
        new Words(
            "知道比率者 " + peer + "（首位：2011 年公式、持有最多者、成员似然）",
            "who knows the rates " + peer + " (first is right: formula of 2011, most overlap,"
                + " membership)"),
        new Words(
            "正确且 probable " + found + String.format(Locale.ROOT, "；首位 %.2f", first / each),
            "right and probable " + found + String.format(Locale.ROOT, "; first %.2f", first / each)),
        new Words("≥ 前者的 97 %", "≥ 97 % of the former"),
        knowing == 0 ? Outcome.NO_BAR : Bar.atLeast(OF_KNOWING).judge((double) ours / knowing));
  }

  private static String kinds(TreeMap<String, int[]> kinds) {
    List<String> words = new ArrayList<>();
    kinds.forEach((kind, counts) -> words.add(kind + " " + counts[0] + "/" + counts[1]));
    return " (" + String.join(", ", words) + ")";
  }

  private static String id(CallWorld world, int party) {
    return world.parties().get(party).id();
  }

  private static boolean accuses(CallAttribution said, String party) {
    return said.verdict() == Verdict.PROBABLE
        && said.accused().stream().anyMatch(one -> one.party().equals(party));
  }

  /** Callers without a list of ours; they count for the calibration. */
  private void absent(CallWorld world, String where, int each) {
    for (int i = 0; i < each; i++) {
      Reports reports = drawn(world, 0, .5, REPORTS.get(i % 2), seed(where + " absent", i));
      calibrated.add(world, reports, new Played(world, reports).attribution());
    }
  }

  /** A party beside which stands another that was given the same people at the same times. */
  private Line twins(CallWorld world, boolean city, int each) {
    int tied = 0;
    int told = 0;
    int wrong = 0;
    for (int i = 0; i < each; i++) {
      SplittableRandom random = new SplittableRandom(seed(city + " twins", i));
      Leak leak = new Leak(world, Behaviour.drawn(.5, random), random);
      Reports reports = leak.reports(1, 30);
      CallWorld.Party source = world.parties().get(reports.sources().get(0));
      boolean alone = accuses(new Played(world, reports).attribution(), source.id());
      CallAttribution said = new Played(world.withTwinOf(source), reports).attribution();
      wrong += said.verdict() == Verdict.PROBABLE ? 1 : 0;
      if (alone) {
        told++;
        tied +=
            said.verdict() == Verdict.CANNOT_SEPARATE && said.accused().size() == 2 ? 1 : 0;
      }
    }
    String where = city ? "city" : "nested chain";
    return new Line(
        new Words(
            (city ? "城市" : "嵌套链") + "，两方清单完全相同，30 份举报",
            where + ", two parties with the same lists, 30 reports"),
        Line.same("0.20"),
        new Words(
            "cannot separate 且两方都列出 " + tied + "/" + told + "（其余 " + (each - told) + " 次材料不足），误指 " + wrong,
            "cannot separate, both listed " + tied + "/" + told + " (too thin in " + (each - told)
                + " more), accused " + wrong),
        Line.same("100 %"),
        wrong > 0 ? Outcome.WRONG : tied == told ? Outcome.MET : Outcome.MISSED);
  }
}
