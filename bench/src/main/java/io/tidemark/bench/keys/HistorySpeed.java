package io.tidemark.bench.keys;

import io.tidemark.authorise.Actor;
import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Stage;
import io.tidemark.evidence.Check;
import io.tidemark.evidence.ProvedEntry;
import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.history.HistoryChecks;
import io.tidemark.history.OwnerHistory;
import io.tidemark.history.OwnerSecret;
import io.tidemark.history.PublishedRoot;
import io.tidemark.history.RootPublished;
import io.tidemark.ledger.Entry;
import io.tidemark.store.history.Standing;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Words;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.roaringbitmap.RoaringBitmap;

/** An owner's file of a long history among many people, and how long folding takes. */
final class HistorySpeed {
  private static final int EVENTS = 1_000;
  private static final int TIMES = 9;
  private static final double MADE_BAR = 0.2;
  private static final double VERIFIED_BAR = 0.1;
  private static final double SIZE_BAR = 50_000;

  private final Stage stage;
  private final int people;
  private final int list;

  HistorySpeed(Stage stage) {
    this.stage = stage;
    this.people = stage.size(10_000_000, 5_000);
    this.list = Math.min(people, 1_000_000);
  }

  List<Line> lines() throws Exception {
    stage.say("铺设 " + people + " 人…", "laying out " + people + " people …");
    try (HistoryWorld world =
        new HistoryWorld(stage.folder().resolve("histories"), stage.seed(), people)) {
      double first = seconds(() -> published(world.home()));
      for (int i = 1; i < EVENTS - 1; i++) {
        world.disclose(i, 1);
      }
      published(world.home());
      world.disclose(EVENTS, list);
      double bulk = seconds(() -> published(world.home()));
      Path file = stage.folder().resolve("owner.zip");
      double made = median(() -> made(world, file));
      double verified = median(() -> verified(file));
      return List.of(
          line("made", "生成", made, MADE_BAR),
          line("verified offline", "离线核验", verified, VERIFIED_BAR),
          size(Files.size(file)),
          folding(new Words("首次汇入", "first folding"), people, first),
          folding(new Words("汇入一份名单", "folding a list"), list, bulk));
    }
  }

  private Line line(String en, String zh, double seconds, double bar) {
    return new Line(
        new Words(
            people + " 人中一人 1,000 条记录的历史文件：" + zh,
            "owner's file, 1,000 events among " + people + " people: " + en),
        Line.same("–"),
        Line.same(String.format(Locale.ROOT, "%.0f ms", seconds * 1_000)),
        Line.same(String.format(Locale.ROOT, "< %.0f ms", bar * 1_000)),
        Bar.clock(bar).judge(seconds));
  }

  private static Line size(long bytes) {
    return new Line(
        new Words("它的大小", "its size"),
        Line.same("–"),
        Line.same(String.format(Locale.ROOT, "%.1f kB", bytes / 1_000.0)),
        Line.same("< 50 kB"),
        Bar.atMost(SIZE_BAR).judge((double) bytes));
  }

  private static Line folding(Words what, int people, double seconds) {
    return new Line(
        new Words(what.zh() + "，" + people + " 人", what.en() + " of " + people + " people"),
        Line.same("–"),
        Line.same(String.format(Locale.ROOT, "%.1f s, %,.0f/s", seconds, people / seconds)),
        Line.same("–"),
        Outcome.NO_BAR);
  }

  /** Folds and publishes, as {@code custody.owner.Publishing} does. */
  private static PublishedRoot published(Home home) {
    return home.histories()
        .alone(
            turn -> {
              PublishedRoot root = turn.fold(home.journal().size());
              Entry entry =
                  root.lines(
                          Entry.of(PublishedRoot.KIND)
                              .line("time", Instant.now())
                              .line("actor", Actor.OPERATOR))
                      .build();
              home.journal().record(entry, new RootPublished(root));
              turn.sweep();
              return root;
            });
  }

  private static OwnerHistory made(HistoryWorld world, Path file) throws Exception {
    Home home = world.home();
    Map.Entry<UUID, OwnerSecret> owner =
        home.histories()
            .people(RoaringBitmap.bitmapOf(HistoryWorld.OWNER))
            .entrySet()
            .iterator()
            .next();
    home.ledger().publish();
    Standing standing = home.histories().standing(owner.getKey(), owner.getValue());
    long root = standing.current().entry();
    byte[] bytes = home.ledger().tiles().entry(root);
    OwnerHistory history =
        new OwnerHistory(
            owner.getValue(),
            standing.events(),
            standing.proof(),
            root,
            Map.of(
                root,
                new ProvedEntry(bytes, Entry.parse(bytes), home.ledger().tiles().prove(root))),
            home.ledger().key());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OwnerFile.write(out, history);
    Files.write(file, out.toByteArray());
    return history;
  }

  private static OwnerHistory verified(Path file) throws Exception {
    OwnerHistory history = OwnerFile.read(file);
    boolean valid =
        history.events().size() == EVENTS
            && new HistoryChecks(history, Optional.empty())
                .run().stream().filter(Check::needed).allMatch(Check::ok);
    if (!valid) {
      throw new IllegalStateException("an owner's file of our own does not verify");
    }
    return history;
  }

  private static double seconds(Callable<?> work) throws Exception {
    long begun = System.nanoTime();
    work.call();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double median(Callable<?> work) throws Exception {
    double[] times = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      times[i] = seconds(work);
    }
    Arrays.sort(times);
    return times[TIMES / 2];
  }
}
