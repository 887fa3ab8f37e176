package io.tidemark.bench.authority;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.ledger.Entry;
import io.tidemark.server.Server;
import io.tidemark.server.ServerSettings;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.NewHome;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * How many entries a second a server records durably, and how long each takes into the signed tree
 * while it does so. The writers are threads of one server; its own housekeeping publishes.
 */
final class LedgerSpeed {
  private static final int WRITERS = 64;
  private static final double RATE_BAR = 10_000;
  private static final double TREE_BAR = 1;

  private final Stage stage;

  LedgerSpeed(Stage stage) {
    this.stage = stage;
  }

  List<Line> lines() throws Exception {
    stage.say("测量账本…", "measuring the ledger …");
    try (Home home =
            Home.create(stage.folder().resolve("ledger-home"), NewHome.usual(), System.getenv());
        Server server =
            Server.start(
                home, ServerSettings.usual("127.0.0.1", 0, Optional.empty(), stage.notes()))) {
      Duration time = Duration.ofSeconds(stage.size(20, 2));
      written(home, WRITERS, time.dividedBy(2)); // warm
      double alone = written(home, 1, time.dividedBy(4)).rate();
      Result many = written(home, WRITERS, time);
      return List.of(
          new Line(
              new Words(
                  WRITERS + " 个并发写入者，持久写入账本", "entries recorded durably, " + WRITERS + " writers"),
              new Words(
                  String.format(Locale.ROOT, "单个写入者 %,.0f /s", alone),
                  String.format(Locale.ROOT, "one writer %,.0f/s", alone)),
              Line.same(String.format(Locale.ROOT, "%,.0f/s", many.rate())),
              Line.same("≥ 10,000/s"),
              Bar.clock(1 / RATE_BAR).judge(1 / many.rate())),
          new Line(
              new Words("同时：从写入到进入已签名的树", "meanwhile, from recorded to in the signed tree"),
              Line.same("–"),
              Line.same(
                  String.format(
                      Locale.ROOT,
                      "median %.2f s, longest %.2f s",
                      many.delays().get(many.delays().size() / 2),
                      many.longest())),
              Line.same("< 1 s"),
              Bar.clock(TREE_BAR).judge(many.longest())));
    }
  }

  /**
   * What was seen.
   *
   * @param rate entries a second
   * @param delays seconds into the tree, of samples, ascending
   */
  private record Result(double rate, List<Double> delays) {
    double longest() {
      return delays.get(delays.size() - 1);
    }
  }

  private static Result written(Home home, int writers, Duration time) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
    try {
      long begun = System.nanoTime();
      long end = begun + time.toNanos();
      List<Callable<Long>> writing = Collections.nCopies(writers, () -> write(home, end));
      Future<List<Double>> delays = threads.submit(() -> delays(home, end));
      long entries = 0;
      for (Future<Long> one : threads.invokeAll(writing)) {
        entries += one.get();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Result(entries / seconds, delays.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static long write(Home home, long end) {
    long entries = 0;
    for (; System.nanoTime() < end; entries++) {
      home.journal().record(entry());
    }
    return entries;
  }

  /** As long as the entry of a look-up. */
  private static Entry entry() {
    DisclosureId id = DisclosureId.random();
    return Entry.of("bench")
        .line("time", Instant.now())
        .line("actor", "wang.fang")
        .line("policy", Digest.sha256("policy"))
        .line("purpose", "renewal-service")
        .line("disclosure", id)
        .line("permit", Digest.sha256(id + "permit"))
        .line("people", Digest.sha256(id + "people"))
        .build();
  }

  /** One entry after the other, watched until the head covers it. */
  private static List<Double> delays(Home home, long end) throws Exception {
    List<Double> delays = new ArrayList<>();
    do {
      long index = home.journal().record(entry()).index();
      long recorded = System.nanoTime();
      while (home.ledger().tiles().publishedSize() <= index) {
        LockSupport.parkNanos(2_000_000);
      }
      delays.add((System.nanoTime() - recorded) / 1e9);
    } while (System.nanoTime() < end);
    Collections.sort(delays);
    return delays;
  }
}
