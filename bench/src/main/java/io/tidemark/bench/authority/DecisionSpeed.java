package io.tidemark.bench.authority;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH in processes of its own and reads median and 99th percentile of its samples. */
final class DecisionSpeed {
  private static final double MEDIAN_BAR = 1_000;
  private static final double P99_BAR = 20_000;

  private final Stage stage;

  DecisionSpeed(Stage stage) {
    this.stage = stage;
  }

  /** Nanoseconds of one decision. */
  private record Times(double median, double p99) {
    String text() {
      return String.format(Locale.ROOT, "%.2f µs, p99 %.2f µs", median / 1_000, p99 / 1_000);
    }

    /** As good as its worse half; a clock tells of the machine, too. */
    Outcome outcome() {
      return Stream.of(Bar.clock(MEDIAN_BAR).judge(median), Bar.clock(P99_BAR).judge(p99))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  List<Line> lines() throws RunnerException {
    stage.say("测量决定（JMH）…", "measuring decisions (JMH) …");
    return List.of(
        first(measure("decision")),
        Line.reported(
            new Words("同上，连同两种语言的一句解释", "the same with its sentence in two languages"),
            Line.same("–"),
            Line.same(measure("explained").text())),
        Line.reported(
            new Words(
                "10,000 项授权全属一方、一个目的（最坏情形）",
                "all 10,000 grants of one party and purpose (worst case)"),
            Line.same("–"),
            Line.same(measure("heaped").text())));
  }

  private Times measure(String method) throws RunnerException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include("^" + Decisions.class.getName() + "\\." + method + "$")
                    .forks(stage.size(3, 1))
                    .warmupIterations(stage.size(5, 1))
                    .warmupTime(TimeValue.milliseconds(stage.size(1_000, 500)))
                    .measurementIterations(stage.size(10, 2))
                    .measurementTime(TimeValue.milliseconds(stage.size(1_000, 500)))
                    .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
                    .verbosity(VerboseMode.SILENT)
                    .output(stage.folder().resolve("jmh-" + method + ".txt").toString())
                    .build())
            .runSingle();
    Statistics samples = result.getPrimaryResult().getStatistics();
    return new Times(samples.getPercentile(50), samples.getPercentile(99));
  }

  private static Line first(Times times) {
    return new Line(
        new Words("10,000 项授权中的一次决定", "decision among 10,000 grants"),
        Line.same("–"),
        Line.same(times.text()),
        new Words("中位 1 µs，p99 20 µs", "median 1 µs, p99 20 µs"),
        times.outcome());
  }
}
