package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.HomeShell;
import io.tidemark.app.Stop;
import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Machine;
import io.tidemark.bench.NothingAsked;
import io.tidemark.bench.Report;
import io.tidemark.bench.Section;
import io.tidemark.bench.Stage;
import io.tidemark.bench.authority.AuthorityBenchmark;
import io.tidemark.bench.calls.CallsBenchmark;
import io.tidemark.bench.custody.CustodyBenchmark;
import io.tidemark.bench.keys.KeysBenchmark;
import io.tidemark.bench.media.MediaBenchmark;
import io.tidemark.bench.scan.ScanBenchmark;
import io.tidemark.bench.tracing.TracingBenchmark;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Benchmarks. */
@Command(
    name = "bench",
    description = {
      "基准测试：custody（保管）、tracing（追溯）、authority（授权）、keys（密钥）、scan（扫描）、calls（来电）或 media（图片与文件）。整轮运行写入 docs/benchmarks.md；有一项未达到则以 1 结束。",
      "Benchmarks: custody, tracing, authority, keys, scan, calls or media. Run whole it writes docs/benchmarks.md; it exits 1 when a bar is missed."
    },
    footer = {"", "例 / Example:", "  ./tidemark bench tracing --quick"})
public final class BenchCommand extends Work {
  private static final List<Benchmark> ALL =
      List.of(
          new CustodyBenchmark(),
          new TracingBenchmark(),
          new AuthorityBenchmark(),
          new KeysBenchmark(),
          new ScanBenchmark(),
          new CallsBenchmark(),
          new MediaBenchmark());

  @Parameters(
      paramLabel = "NAME",
      description = {
        "custody、tracing、authority、keys、scan、calls 或 media。",
        "custody, tracing, authority, keys, scan, calls or media."
      })
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
        "只问英文名称中能找到该正则表达式的问题；已有结果时替换其中相应的行，并注明代码版本。",
        "Asks only those questions in whose English name this is found, and puts their lines into"
            + " those that are there already, with the code that they are of."
      })
  private String only = "";

  @Option(
      names = "--seed",
      split = ",",
      paramLabel = "N",
      description = {
        "种子，任意整数；可用逗号给出多个，逐一运行。默认 1；tracing 与 calls 整轮默认 1 和 2。",
        "The seed, any whole number; several with commas, run one after the other. Default: 1; a whole"
            + " tracing or calls: 1 and 2."
      })
  private List<Long> seeds = List.of();

  private static String names(String between) {
    return ALL.stream().map(Benchmark::name).collect(Collectors.joining(between));
  }

  @Override
  protected Answer work() throws Exception {
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
                        "没有这项基准测试：" + name + "（" + names("、") + "）",
                        "no such benchmark: " + name + " (" + names(", ") + ")"));
    Map<Long, Report> reports = new LinkedHashMap<>();
    for (long seed : seeds(benchmark)) {
      reports.put(seed, run(benchmark, seed));
    }
    return new BenchAnswer(name, quick, reports).in(terminal().language());
  }

  private List<Long> seeds(Benchmark benchmark) {
    if (!seeds.isEmpty()) {
      return seeds;
    }
    return quick || !only.isEmpty() ? List.of(1L) : benchmark.seeds();
  }

  /** One run; a whole one writes its section as soon as it is done. */
  private Report run(Benchmark benchmark, long seed) throws Exception {
    Path folder = Files.createTempDirectory("tidemark-bench-");
    Optional<Path> document = Section.document(program());
    Optional<Path> sources = document.map(Path::getParent).map(Path::getParent);
    try {
      Report report =
          benchmark.run(
              new Stage(
                  folder,
                  seed,
                  only,
                  quick,
                  sources,
                  HomeShell::new,
                  words -> terminal().note(words)));
      if (!quick && document.isPresent()) {
        write(new Section(name, seed), document.get(), report, Machine.version(sources));
      }
      return report;
    } catch (NothingAsked e) {
      throw Stop.usage(
          "没有一个问题的英文名称中有 " + only, "no question has a name in which " + only + " is found");
    } finally {
      remove(folder);
    }
  }

  private void write(Section section, Path document, Report report, String version)
      throws IOException {
    String of = "run again on " + version + ", " + LocalDate.now();
    if (only.isEmpty() || !section.amend(document, BenchAnswer.rows(report), of)) {
      section.write(document, BenchAnswer.section(name, section.seed(), report));
    }
    terminal().note(new Words("已写入 " + document, "written to " + document));
  }

  private static Path program() throws URISyntaxException {
    return Path.of(BenchCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** What cannot be removed is named; it hides no failure of the run. */
  private void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      terminal()
          .note(new Words("未能删除，请自行删除：" + folder, "not removed, remove it yourself: " + folder));
    }
  }
}
