package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.HomeShell;
import io.tidemark.app.Stop;
import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Report;
import io.tidemark.bench.Section;
import io.tidemark.bench.Stage;
import io.tidemark.bench.TextTable;
import io.tidemark.bench.authority.AuthorityBenchmark;
import io.tidemark.bench.custody.CustodyBenchmark;
import io.tidemark.bench.tracing.TracingBenchmark;
import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Benchmarks. */
@Command(
    name = "bench",
    description = {
      "基准测试：custody（保管）、tracing（追溯）或 authority（授权）。整轮运行写入 docs/benchmarks.md；有一项未达到则以 1 结束。",
      "Benchmarks: custody, tracing or authority. Run whole it writes docs/benchmarks.md; it exits 1 when a bar is missed."
    },
    footer = {"", "例 / Example:", "  ./tidemark bench tracing --quick"})
public final class BenchCommand extends Work {
  private static final List<Benchmark> ALL =
      List.of(new CustodyBenchmark(), new TracingBenchmark(), new AuthorityBenchmark());

  @Parameters(
      paramLabel = "NAME",
      description = {"custody、tracing 或 authority。", "custody, tracing or authority."})
  private String name = "";

  @Option(
      names = "--quick",
      description = {
        "一分钟左右结束；只在误指无辜、出错或差一半以上时失败，不因时间失败。",
        "Ends within a minute or so; fails on a wrong accusation, an error or a miss by half, never by"
            + " the clock."
      })
  private boolean quick;

  @Option(
      names = "--only",
      defaultValue = "",
      paramLabel = "REGEX",
      description = {
        "只问英文名称中能找到该正则表达式的追溯问题，只打印、不写入文档。",
        "Asks only those questions of tracing in whose English name this is found; prints, writes nothing."
      })
  private String only = "";

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = {"种子，任意整数。", "The seed, any whole number."})
  private long seed;

  @Override
  Answer work() throws Exception {
    try {
      Pattern.compile(only);
    } catch (PatternSyntaxException e) {
      throw Stop.usage("--only 不是正则表达式：" + only, "--only is no regular expression: " + only);
    }
    Benchmark benchmark =
        ALL.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    Stop.usage(
                        "没有这项基准测试：" + name + "（custody、tracing、authority）",
                        "no such benchmark: " + name + " (custody, tracing, authority)"));
    Path folder = Files.createTempDirectory("tidemark-bench-");
    Optional<Path> document = Section.document(program());
    try {
      Stage stage =
          new Stage(
              folder,
              seed,
              only,
              quick,
              document.map(Path::getParent),
              HomeShell::new,
              words -> terminal().note(words));
      Report report = benchmark.run(stage);
      if (!quick && only.isEmpty() && document.isPresent()) {
        new Section(name).write(document.get(), section(report));
        terminal().note(new Words("已写入 " + document.get(), "written to " + document.get()));
      }
      return answer(report);
    } finally {
      remove(folder);
    }
  }

  private static Path program() throws URISyntaxException {
    return Path.of(BenchCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Answer answer(Report report) {
    boolean passes = report.passes(quick);
    Answer.Builder answer =
        Answer.builder()
            .field("benchmark", name)
            .field("seed", seed)
            .field("quick", quick)
            .field("passed", passes)
            .field("rows", report.lines().stream().map(BenchCommand::row).toList())
            .field("remarks", report.remarks().stream().map(Words::en).toList())
            .field("headline", report.headline().en());
    answer.say("基准测试 " + name + "，种子 " + seed, "benchmark " + name + ", seed " + seed);
    Language language = terminal().language();
    new TextTable(report.lines(), language).columns().forEach(line -> answer.say(line, line));
    report.remarks().forEach(answer::say);
    return answer.say(report.headline()).exit(passes ? Exit.DONE : Exit.ANSWER_IS_NO).build();
  }

  private static Map<String, @Nullable Object> row(Line line) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("what", line.what().en());
    row.put("peer", line.peer().en());
    row.put("ours", line.ours().en());
    row.put("bar", line.bar().en());
    row.put("result", line.outcome().words().en());
    return row;
  }

  private String section(Report report) {
    StringBuilder text = new StringBuilder();
    text.append("## ").append(name).append("\n\n");
    text.append("种子 ").append(seed).append("：").append(report.headline().zh()).append("。\n\n");
    new TextTable(report.lines(), Language.EN)
        .markdown()
        .forEach(line -> text.append(line).append('\n'));
    text.append('\n');
    report.remarks().forEach(remark -> text.append("- ").append(remark.en()).append('\n'));
    text.append("- Seed ").append(seed).append(", run on ").append(LocalDate.now()).append(".\n\n");
    return text.append("**").append(report.headline().en()).append("**\n").toString();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
