package io.tidemark.bench.calls;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.chainsim.calls.AliasYear;
import io.tidemark.terms.Words;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same as {@link AliasesRung} by the product's own way: the switchboard over PostgreSQL answers
 * each call, keeps it, counts it and names parties; and how many calls a second it answers.
 */
final class AliasesAnswered {
  private static final int LINES = 100_000;
  private static final int ALIASES = 95_000;
  private static final int LIST = 50;
  private static final int WITHIN = 3;
  private static final int THREADS = 16;
  private static final double CALLS_A_SECOND = 100;

  private final Stage stage;
  private final SplittableRandom random;
  private final AliasYear year;
  private final LineTown town;
  private int callers;

  private AliasesAnswered(Stage stage, int[] sizes, LineTown town) {
    this.stage = stage;
    this.random = new SplittableRandom(stage.seed());
    this.year = new AliasYear(stage.seed(), ALIASES, 1, sizes);
    this.town = town;
  }

  static List<Line> lines(Stage stage) throws Exception {
    stage.say("别名号码接听", "aliases answered");
    int[] sizes = sizes(stage.seed());
    try (LineTown town = new LineTown(stage, LINES, sizes, stage.size(2_000, 200))) {
      AliasesAnswered answered = new AliasesAnswered(stage, sizes, town);
      List<Line> lines = new ArrayList<>();
      lines.add(answered.soon());
      town.forget();
      lines.add(answered.innocents());
      lines.add(answered.speed());
      return lines;
    }
  }

  /** As those of {@link AliasesRung}; the last party has what is left. */
  private static int[] sizes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] sizes = new int[LineTown.PARTIES];
    int left = ALIASES;
    for (int i = 0; i < sizes.length; i++) {
      int wanted = i % 5 == 0 ? LIST : (int) (20 * Math.pow(LINES / 2_000.0, random.nextDouble()));
      sizes[i] = i == sizes.length - 1 ? left : Math.min(wanted, left);
      left -= sizes[i];
    }
    return sizes;
  }

  private String stranger() {
    return "13" + String.format(Locale.ROOT, "%09d", 900_000_000 + ++callers);
  }

  private Line soon() throws Exception {
    int each = stage.size(500, 20);
    int soon = 0;
    int most = 0;
    List<String> expected = new ArrayList<>();
    List<Integer> lists = new ArrayList<>();
    for (int party = 5; party < LineTown.PARTIES; party += 5) {
      if (town.linesOf(party).length == LIST) { // the last parties may find the pool empty
        lists.add(party);
      }
    }
    for (int i = 0; i < each; i++) {
      int party = lists.get(random.nextInt(lists.size()));
      List<Integer> list = new ArrayList<>();
      for (int line : town.linesOf(party)) {
        list.add(line);
      }
      for (int j = list.size() - 1; j > 0; j--) {
        Collections.swap(list, j, random.nextInt(j + 1));
      }
      String caller = stranger();
      int calls = 0;
      int before = town.named().size();
      while (town.named().size() == before && calls < list.size()) {
        town.call(list.get(calls++), caller);
      }
      expected.add("p-" + party);
      soon += town.named().size() > before && calls <= WITHIN ? 1 : 0;
      most = Math.max(most, calls);
    }
    List<String> named = town.named();
    int wrong = 0;
    for (String party : named) {
      wrong += expected.remove(party) ? 0 : 1;
    }
    Rate rate = new Rate(soon, each);
    return new Line(
        new Words(
            "同上，由接听服务在 PostgreSQL 上逐次记录（" + LINES + " 个号码一批入池）：3 次以内指名",
            "the same through the switchboard and PostgreSQL, each call kept (one batch of "
                + LINES
                + " numbers): named within 3 calls"),
        Line.same("–"),
        new Words(
            rate + "，最多 " + most + " 次，误指 " + wrong,
            rate + ", at most " + most + " calls, wrong " + wrong),
        Line.same("≥ 99 %"),
        wrong > 0 ? Outcome.WRONG : Bar.atLeast(.99).judge(rate, stage.quick()));
  }

  /** Runs these shares of the calls at the same time: how long each call took. */
  private long[] answered(List<Callable<long[]>> shares) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> one : threads.invokeAll(shares)) {
        times.add(one.get());
      }
      return times.stream().flatMapToLong(java.util.Arrays::stream).toArray();
    } finally {
      threads.shutdownNow();
    }
  }

  /** A call of the year: calls of one caller may be answered at the same time. */
  private record Ring(int line, String caller) {}

  private Line innocents() throws Exception {
    int calls = stage.size(200_000, 3_000);
    List<Ring> all = new ArrayList<>();
    int first = callers;
    while (all.size() < calls) {
      String caller = stranger();
      for (int line : year.caller()) {
        if (all.size() < calls) {
          all.add(new Ring(line, caller));
        }
      }
    }
    List<Callable<long[]>> shares = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int of = thread;
      shares.add(
          () -> {
            for (int i = of; i < all.size(); i += THREADS) {
              town.call(all.get(i).line(), all.get(i).caller());
            }
            return new long[0];
          });
    }
    answered(shares);
    int wrong = town.named().size();
    String highest = String.format(Locale.ROOT, "%.1f", town.highest());
    return new Line(
        new Words(
            "同上，无泄露的来电 " + calls + " 次：被指名的无辜方",
            calls + " calls of the year without a leak, the same way: innocents named"),
        Line.same("–"),
        new Words(
            wrong + "（" + (callers - first) + " 个来电者；最高的证据 e^" + highest + "）",
            wrong + " (" + (callers - first) + " callers; the highest evidence e^" + highest + ")"),
        Line.same("0"),
        wrong > 0 ? Outcome.WRONG : Outcome.MET);
  }

  /** A half of the calls goes through to people, of the others each is somebody else's. */
  private Line speed() throws Exception {
    int each = stage.size(1_000, 100);
    int[] own = town.linesOf(0);
    AtomicInteger through = new AtomicInteger();
    AtomicLong busy = new AtomicLong();
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    List<Callable<long[]>> all = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int of = thread;
      String caller = stranger();
      all.add(
          () -> {
            long[] nanos = new long[each];
            long before = processor.getCurrentThreadCpuTime();
            for (int i = 0; i < each; i++) {
              long begun = System.nanoTime();
              CallAnswer answer =
                  i % 2 == 0
                      ? town.call(own[(of + i) % own.length], LineTown.CALLER)
                      : town.call((of * 6_007 + i * 31) % LINES, caller);
              nanos[i] = System.nanoTime() - begun;
              through.addAndGet(answer instanceof CallAnswer.Forward ? 1 : 0);
            }
            busy.addAndGet(processor.getCurrentThreadCpuTime() - before);
            return nanos;
          });
    }
    long begun = System.nanoTime();
    long[] nanos = answered(all);
    double rate = nanos.length / ((System.nanoTime() - begun) / 1e9);
    String figures =
        String.format(
            Locale.ROOT,
            "%,.0f/s, p50 %.1f ms, p99 %.1f ms; %.2f ms CPU each without the database's",
            rate,
            LineTown.percentile(nanos, .5),
            LineTown.percentile(nanos, .99),
            busy.get() / 1e6 / nanos.length);
    return new Line(
        new Words(
            "接听：" + nanos.length + " 次来电，" + THREADS + " 路并发，接通 " + through.get() + " 次",
            nanos.length
                + " calls answered, "
                + THREADS
                + " at a time, "
                + through.get()
                + " of them put through"),
        Line.same("–"),
        Line.same(figures),
        Line.same("≥ 100/s"),
        Bar.clock(1 / CALLS_A_SECOND).judge(1 / rate));
  }
}
