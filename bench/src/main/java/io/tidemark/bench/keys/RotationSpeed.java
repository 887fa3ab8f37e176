package io.tidemark.bench.keys;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Shell;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFault;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Another master key and another data key over a large portfolio. */
final class RotationSpeed {
  private static final List<Integer> DONE = List.of(0);
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");
  private static final int READ = 1_000;
  private static final double MASTER_BAR = 10;
  private static final double DATA_BAR = 20_000;
  private static final double P99_BAR = 0.015;

  private final Stage stage;
  private final Path folder;
  private final int people;

  RotationSpeed(Stage stage) throws IOException {
    this.stage = stage;
    this.folder = Files.createDirectories(stage.folder().resolve("keys"));
    this.people = stage.size(1_000_000, 20_000);
  }

  static Words remark() {
    return new Words(
        "轮换：命令在本进程内执行，含账本发布；旁边有一个线程每 10 毫秒按保单号查一份并从库中读出，延迟从应读之时算起。",
        "Rotations: commands within this process, publication of the ledger included; beside them one"
            + " thread finds a policy by its number every 10 ms and reads it from the shelf, its latency"
            + " counts from when it was due.");
  }

  List<Line> lines() throws IOException, InterruptedException, HomeFault {
    stage.say("存入 " + people + " 件…", "depositing " + people + " …");
    Path portfolio = folder.resolve("portfolio.csv");
    PortfolioGenerator generator = new PortfolioGenerator(stage.seed(), people, Untidiness.none());
    PortfolioFile.write(
        portfolio,
        StandardCharsets.UTF_8,
        PortfolioGenerator.COLUMNS,
        generator.rows().limit(people));
    Path at = folder.resolve("home");
    Shell shell = stage.shell(at);
    shell.expect(DONE, "init");
    shell.expect(List.of(0, 6), "deposit", portfolio.toString());
    try (Home home = Home.open(at, System.getenv())) {
      Line master = master(shell);
      return List.of(master, data(shell, home, generator));
    }
  }

  private Line master(Shell shell) {
    stage.say("轮换主密钥…", "rotating the master key …");
    double seconds = seconds(() -> shell.expect(DONE, "keys", "rotate-master"));
    return new Line(
        new Words("轮换主密钥，" + people + " 件", "rotation of the master key over " + people),
        Line.same("–"),
        Line.same(String.format(Locale.ROOT, "%.2f s", seconds)),
        Line.same("10 s"),
        Bar.clock(MASTER_BAR).judge(seconds));
  }

  private Line data(Shell shell, Home home, PortfolioGenerator generator)
      throws InterruptedException {
    stage.say("轮换数据密钥…", "rotating the data key …");
    Reading reading = new Reading(home, tokens(home, generator));
    Thread beside = new Thread(reading, "reads-beside");
    beside.start();
    double seconds = seconds(() -> shell.expect(DONE, "keys", "rotate-data"));
    reading.end();
    beside.join();
    double rate = home.rotation().versions() / seconds;
    double p99 = reading.p99() / 1e9;
    return new Line(
        new Words("轮换数据密钥，每秒", "rotation of the data key, records a second"),
        Line.same("–"),
        Line.same(
            String.format(
                Locale.ROOT,
                "%.0f; beside it p99 %.1f ms of %d",
                rate,
                p99 * 1_000,
                reading.count())),
        new Words("20,000；其间 p99 15 ms", "20,000; p99 beside it 15 ms"),
        worse(Bar.clock(1 / DATA_BAR).judge(1 / rate), Bar.clock(P99_BAR).judge(p99)));
  }

  private static Outcome worse(Outcome one, Outcome other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static List<Long> tokens(Home home, PortfolioGenerator generator) {
    Tokens tokens = home.vault().tokens();
    return generator
        .rows()
        .limit(READ)
        .map(row -> PersonalText.of(row.get(POLICY_NUMBER)))
        .map(number -> tokens.locator(Locator.POLICY_NUMBER, number))
        .toList();
  }

  private static double seconds(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e9;
  }
}
