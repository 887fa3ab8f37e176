package io.tidemark.app.demo;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.HomeShell;
import io.tidemark.app.Stop;
import io.tidemark.bench.Shell;
import io.tidemark.chainsim.chain.SampleWorld;
import io.tidemark.chainsim.leak.Attack;
import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Reshaping;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFault;
import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Plays the story in a folder. */
public final class Story {
  private static final int LEAKED_ROWS = 40;
  private static final double FOREIGN_SHARE = 0.5;

  private final Path folder;
  private final long seed;
  private final long people;
  private final PrintStream notes;
  private final Language language;
  private final Shell shell;

  /** A story in this folder. */
  public Story(Path folder, long seed, long people, PrintStream notes, Language language) {
    this.folder = folder;
    this.seed = seed;
    this.people = people;
    this.notes = notes;
    this.language = language;
    this.shell = new HomeShell(folder.resolve("home"));
  }

  /** Plays it. */
  public Answer play() throws IOException, InterruptedException, Unreadable, HomeFault {
    Instant begun = Instant.now();
    say(
        "1/7 模拟一条 60 方的链条与一份 " + people + " 人的清单（没有一个人真实存在）",
        "1/7 a simulated chain of 60 parties and a portfolio of "
            + people
            + " people (none of them exists)");
    Files.createDirectories(folder);
    SampleWorld.write(folder, seed, people);
    say("2/7 建立数据目录", "2/7 a home");
    JsonNode init =
        shell.expect(
            List.of(Exit.DONE), "init", "--chain", folder.resolve("chain.yaml").toString());
    try (Home open = Home.open(folder.resolve("home"), System.getenv())) {
      return play(begun, init, open);
    }
  }

  /** The rest of the story, on a home that is held open so that every command joins it. */
  private Answer play(Instant begun, JsonNode init, Home open)
      throws IOException, InterruptedException, Unreadable {
    say("3/7 存入清单", "3/7 the portfolio is deposited");
    JsonNode deposit =
        shell.expect(
            List.of(Exit.DONE, Exit.IN_PART),
            "deposit",
            folder.resolve("portfolio.csv").toString());
    say(
        "    " + deposit.get("accepted") + " 份保单，" + deposit.get("suspect_values") + " 个可疑的值照收并列出",
        "    "
            + deposit.get("accepted")
            + " policies; "
            + deposit.get("suspect_values")
            + " suspect values kept and listed");
    say("4/7 60 方各得其副本", "4/7 the parties receive their copies");
    JsonNode released =
        shell.expect(List.of(Exit.DONE, Exit.REFUSED), "disclose", "--plan", planFile().toString());
    say(
        "    "
            + released.get("disclosures").size()
            + " 份已释放，"
            + released.get("refused").size()
            + " 份被制度拒绝",
        "    "
            + released.get("disclosures").size()
            + " released, "
            + released.get("refused").size()
            + " refused by policy");
    JsonNode truth = leaker(released.get("disclosures"));
    say(
        "5/7 其中一份泄露：行打乱、列删减、一半混入无关的人",
        "5/7 one of them leaks: shuffled, columns dropped, half of it foreign");
    Path leak = leak(Path.of(truth.get("file").asString()));
    say("6/7 追溯", "6/7 tracing");
    JsonNode trace = shell.expect(List.of(Exit.DONE, Exit.ANSWER_IS_NO), "trace", leak.toString());
    Path bundle = folder.resolve("evidence.zip");
    shell.expect(
        List.of(Exit.DONE), "evidence", trace.get("case").asString(), "--out", bundle.toString());
    say(
        "7/7 在另一个进程中核验证据包，只给它公钥",
        "7/7 the bundle is checked in another process that has the public key only");
    int verified = verify(bundle, init.get("public_key").asString());
    return answer(begun, truth, trace, leak, bundle, verified);
  }

  private Path planFile() {
    return folder.resolve("plan.yaml");
  }

  private void say(String zh, String en) {
    notes.println(new Words(zh, en).in(language));
  }

  /** Draws the copy that leaks: long enough, with an address and a model in it. */
  private JsonNode leaker(JsonNode released) throws IOException, Unreadable {
    List<JsonNode> possible = new ArrayList<>();
    for (JsonNode one : released) {
      boolean marked =
          one.get("rows_to_name").get("as_released").isNumber()
              && one.get("rows_to_name").get("as_released").asInt() <= 12;
      if (marked && one.get("rows").asInt() >= LEAKED_ROWS) {
        possible.add(one);
      }
    }
    if (possible.isEmpty()) {
      throw Stop.fault(
          new Words("没有可泄露的副本：人数太少", "no copy is long enough to leak: take more people"));
    }
    return possible.get(new SplittableRandom(seed).nextInt(possible.size()));
  }

  private Path leak(Path copy) throws IOException, Unreadable {
    LeakedTable table = read(copy);
    List<String> dropped =
        table.headings().stream()
            .filter(heading -> heading.equals("终保日期") || heading.equals("险种"))
            .toList();
    PortfolioGenerator strangers =
        new PortfolioGenerator(seed + 1, people, Untidiness.asExported());
    List<List<String>> foreign = Selection.Foreign.from(strangers, table.headings(), LEAKED_ROWS);
    LeakedTable leaked =
        Attack.all(
            table,
            new Selection.Sample(LEAKED_ROWS / 2, seed),
            new Selection.Foreign(foreign, FOREIGN_SHARE, seed),
            new Selection.Shuffle(seed),
            new Reshaping.Drop(Set.copyOf(dropped)));
    Path file = folder.resolve("leak.csv");
    FileShape.GBK.write(file, leaked);
    return file;
  }

  private static LeakedTable read(Path copy) throws Unreadable, IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Table table = Tables.table(copy)) {
      for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
        if (line.get() instanceof Row row) {
          rows.add(row.cells());
        }
      }
      return new LeakedTable(table.headings().stream().map(Heading::text).toList(), rows);
    }
  }

  /** Another process, another folder, no home: the bundle and the key are all it has. */
  private int verify(Path bundle, String key) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.tidemark.app.Tidemark",
                "verify",
                bundle.toString(),
                "--key",
                key,
                "--lang",
                language == Language.ZH ? "zh" : "en")
            .directory(Files.createTempDirectory("tidemark-verify-").toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    process.getInputStream().transferTo(notes);
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return Exit.FAULT;
    }
    return process.exitValue();
  }

  private Answer answer(
      Instant begun, JsonNode truth, JsonNode trace, Path leak, Path bundle, int verified) {
    String party = truth.get("party").asString();
    String verdict = trace.get("verdict").asString();
    List<String> accused = new ArrayList<>();
    trace.get("accused").forEach(one -> accused.add(one.get("party").asString()));
    boolean right = accused.equals(List.of(party)) && verified == Exit.DONE;
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    double bound = trace.get("candidates").get(0).get("bound").asDouble();
    return Answer.builder()
        .field("verdict", verdict)
        .field("accused", accused)
        .field("truth", party)
        .field("bound", bound)
        .field("bundle", bundle.toString())
        .field("valid", verified == Exit.DONE)
        .field("leak", leak.toString())
        .field("home", folder.resolve("home").toString())
        .field("seconds", seconds)
        .say("", "")
        .say(
            "结论：" + verdict + "，指认 " + accused + "；真相：" + party + (right ? "（相符）" : "（不符）"),
            "verdict: "
                + verdict
                + ", accused "
                + accused
                + "; the truth: "
                + party
                + (right ? " (right)" : " (WRONG)"))
        .say("误指无辜者的概率不超过 " + bound, "the chance of accusing an innocent is at most " + bound)
        .say("泄露材料：" + leak, "the leak:       " + leak)
        .say("各方副本：" + folder.resolve("out"), "the copies:     " + folder.resolve("out"))
        .say("证据包：  " + bundle, "the evidence:   " + bundle)
        .say("数据目录：" + folder.resolve("home"), "the home:       " + folder.resolve("home"))
        .say(String.format("用时 %.1f 秒", seconds), String.format("%.1f seconds", seconds))
        .exit(right ? Exit.DONE : Exit.ANSWER_IS_NO)
        .build();
  }
}
