package io.tidemark.bench.calls;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.calls.line.Batch;
import io.tidemark.calls.line.CallerRecord;
import io.tidemark.chainsim.calls.AliasYear;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** How soon a party is named whose alias numbers ring, and whether an innocent one ever is. */
final class AliasesRung {
  private static final int PARTIES = 500;

  /** As many as the bar speaks of, also where it is quick: in fewer, three calls say less. */
  private static final int ALIASES = 100_000;

  private static final int LIST = 50;
  private static final int SEVERAL = 10;
  private static final double THRESHOLD = 1e-6;
  private static final int WITHIN = 3;

  private final Stage stage;
  private final AliasYear year;
  private final List<Batch> batches;
  private final int aliases;

  /** Of a pool that was filled at once. */
  static List<Line> lines(Stage stage) {
    stage.say("别名号码", "aliases");
    AliasesRung year = new AliasesRung(stage, 1, stage.size(ALIASES, ALIASES / 5));
    return List.of(
        new AliasesRung(stage, 1, ALIASES).soon(),
        new AliasesRung(stage, SEVERAL, ALIASES).inBatches(),
        year.innocentYear());
  }

  private AliasesRung(Stage stage, int filled, int aliases) {
    this.stage = stage;
    this.aliases = aliases;
    SplittableRandom random = new SplittableRandom(stage.seed());
    int[] sizes = new int[PARTIES];
    for (int i = 0; i < PARTIES; i++) {
      sizes[i] = i % 5 == 0 ? LIST : (int) (20 * Math.pow(aliases / 2_000.0, random.nextDouble()));
    }
    this.year = new AliasYear(stage.seed(), aliases, filled, sizes);
    this.batches = batches(filled);
  }

  static Words remark() {
    return new Words(
        "别名号码：界限 1e-6，500 方；背景为每条线路 8.42 天一次来电，一半只打一条线路，其余是随机或按号码顺序拨打的机器。",
        "Aliases: bound 1e-6, 500 parties; background one call a line in 8.42 days, half of it from"
            + " callers of one line, the rest from machines that dial at random or in order.");
  }

  private List<Batch> batches(int filled) {
    List<Map<String, Integer>> given = new ArrayList<>();
    for (int i = 0; i < filled; i++) {
      given.add(new HashMap<>());
    }
    for (int line = 0; line < year.lines(); line++) {
      if (year.holder(line) >= 0) {
        given.get(line / year.inBatch()).merge(party(year.holder(line)), 1, Integer::sum);
      }
    }
    return given.stream().map(of -> new Batch(year.inBatch(), of)).toList();
  }

  private static String party(int number) {
    return "p-" + number;
  }

  /** Leaks of whole lists of 50, dialled in any order. */
  private record Dialled(int each, int soon, int most, int wrong) {}

  private Dialled dialled() {
    int each = stage.size(1_000, 50);
    int soon = 0;
    int wrong = 0;
    int most = 0;
    for (int i = 0; i < each; i++) {
      int party = i * 5 % PARTIES;
      int[] list = year.leaked(party, LIST);
      CallerRecord record = new CallerRecord(batches);
      int named = 0;
      for (int call = 0; call < list.length && named == 0; call++) {
        rang(record, list[call]);
        List<String> who = named(record);
        named = who.isEmpty() ? 0 : call + 1;
        wrong += who.stream().anyMatch(one -> !one.equals(party(party))) ? 1 : 0;
      }
      soon += named > 0 && named <= WITHIN ? 1 : 0;
      most = Math.max(most, named == 0 ? list.length + 1 : named);
    }
    return new Dialled(each, soon, most, wrong);
  }

  private Line soon() {
    Dialled dialled = dialled();
    Rate rate = new Rate(dialled.soon(), dialled.each());
    return new Line(
        new Words(
            "泄露的 50 个别名号码由一个来电者拨打，" + aliases + " 个号码一次入池：3 次以内指名",
            "a leaked list of 50 aliases dialled by one caller, pool of "
                + aliases
                + " filled at once: named within 3 calls"),
        Line.same("–"),
        new Words(
            rate + "，最多 " + dialled.most() + " 次，误指 " + dialled.wrong(),
            rate + ", at most " + dialled.most() + " calls, wrong " + dialled.wrong()),
        Line.same("≥ 99 %"),
        dialled.wrong() > 0 ? Outcome.WRONG : Bar.atLeast(.99).judge(rate, stage.quick()));
  }

  private Line inBatches() {
    Dialled dialled = dialled();
    return Line.reported(
        new Words(
            "同上，号码分十批入池，依次发出",
            "the same, filled in ten batches that were given one after the other"),
        Line.same("–"),
        new Words(
            "最多 " + dialled.most() + " 次，误指 " + dialled.wrong(),
            "at most " + dialled.most() + " calls, wrong " + dialled.wrong()));
  }

  private Line innocentYear() {
    long calls = (long) (year.lines() * 365 / AliasYear.DAYS_BETWEEN);
    long made = 0;
    long callers = 0;
    int wrong = 0;
    double highest = 0;
    while (made < calls) {
      int[] rung = year.caller();
      made += rung.length;
      callers++;
      if (rung.length > 1) {
        CallerRecord record = new CallerRecord(batches);
        boolean named = false;
        for (int line : rung) {
          rang(record, line);
          int holder = year.holder(line);
          double log = holder < 0 ? 0 : record.logEvidence(party(holder));
          highest = Math.max(highest, log);
          named |= PARTIES / Math.exp(log) <= THRESHOLD;
        }
        wrong += named ? 1 : 0;
      }
    }
    return new Line(
        new Words(
            "无泄露的一年，" + aliases + " 个别名号码：被指名的无辜方",
            "a year without a leak, " + aliases + " aliases: innocents named"),
        Line.same("–"),
        new Words(
            wrong
                + "（"
                + made
                + " 次来电，"
                + callers
                + " 个来电者；最高的证据 e^"
                + String.format(Locale.ROOT, "%.1f", highest)
                + "）",
            wrong
                + " ("
                + made
                + " calls of "
                + callers
                + " callers; the highest evidence e^"
                + String.format(Locale.ROOT, "%.1f", highest)
                + ")"),
        Line.same("0"),
        wrong > 0 ? Outcome.WRONG : Outcome.MET);
  }

  private void rang(CallerRecord record, int line) {
    int holder = year.holder(line);
    record.rang(line / year.inBatch(), holder < 0 ? Optional.empty() : Optional.of(party(holder)));
  }

  private static List<String> named(CallerRecord record) {
    return record.parties().stream()
        .filter(party -> PARTIES / Math.exp(record.logEvidence(party)) <= THRESHOLD)
        .toList();
  }
}
