package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.bench.Line;
import io.tidemark.bench.Report;
import io.tidemark.bench.TextTable;
import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark says at its end.
 *
 * @param name the benchmark
 * @param reports by seed, in the order in which they ran; at least one
 */
record BenchAnswer(String name, boolean quick, Map<Long, Report> reports) {
  /** All that was found, the headline last. */
  Answer in(Language language) {
    boolean passes = reports.values().stream().allMatch(report -> report.passes(quick));
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    Answer.Builder answer = Answer.builder();
    reports.forEach(
        (seed, report) -> {
          report.lines().forEach(line -> rows.add(row(seed, line)));
          report.remarks().forEach(remark -> remarks.add(remark.en()));
          answer.say("基准测试 " + name + "，种子 " + seed, "benchmark " + name + ", seed " + seed);
          new TextTable(report.lines(), language).columns().forEach(line -> answer.say(line, line));
          report.remarks().forEach(answer::say);
        });
    return answer
        .field("benchmark", name)
        .field("seed", reports.keySet().iterator().next())
        .field("quick", quick)
        .field("passed", passes)
        .field("rows", rows)
        .field("remarks", remarks)
        .field("headline", headline(Words::en))
        .say(headline(Words::zh), headline(Words::en))
        .exit(passes ? Exit.DONE : Exit.ANSWER_IS_NO)
        .build();
  }

  private String headline(Function<Words, String> language) {
    return reports.values().stream()
        .map(report -> language.apply(report.headline()))
        .collect(Collectors.joining("; "));
  }

  private static Map<String, @Nullable Object> row(long seed, Line line) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("what", line.what().en());
    row.put("peer", line.peer().en());
    row.put("ours", line.ours().en());
    row.put("bar", line.bar().en());
    row.put("result", line.outcome().words().en());
    row.put("seed", seed);
    return row;
  }

  /** The rows of its table in Markdown, without headings. */
  static List<String> rows(Report report) {
    List<String> table = new TextTable(report.lines(), Language.EN).markdown();
    return table.subList(2, table.size());
  }

  /** The section of {@code docs/benchmarks.md} of one run. */
  static String section(String name, long seed, Report report) {
    StringBuilder text = new StringBuilder();
    text.append("## ").append(name).append(seed == 1 ? "" : ", seed " + seed).append("\n\n");
    text.append("种子 ").append(seed).append("：").append(report.headline().zh()).append("。\n\n");
    new TextTable(report.lines(), Language.EN)
        .markdown()
        .forEach(line -> text.append(line).append('\n'));
    text.append('\n');
    report.remarks().forEach(remark -> text.append("- ").append(remark.en()).append('\n'));
    text.append("- Seed ").append(seed).append(", run on ").append(LocalDate.now()).append(".\n\n");
    return text.append("**").append(report.headline().en()).append("**\n").toString();
  }
}
