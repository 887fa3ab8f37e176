package io.tidemark.bench.authority;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** Authority: how long its decisions take, and a list that a partner fetches by them. */
public final class AuthorityBenchmark implements Benchmark {
  @Override
  public String name() {
    return "authority";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    DecisionSpeed speed = new DecisionSpeed(stage);
    stage.say("测量决定（JMH）…", "measuring decisions (JMH) …");
    DecisionSpeed.Times decision = speed.measure("decision");
    DecisionSpeed.Times explained = speed.measure("explained");
    DecisionSpeed.Times heaped = speed.measure("heaped");
    List<Line> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            DecisionSpeed.first(decision),
            Line.reported(
                new Words("同上，连同两种语言的一句解释", "the same with its sentence in two languages"),
                Line.same("–"),
                Line.same(explained.text())),
            Line.reported(
                new Words(
                    "10,000 项授权全属一方、一个目的（最坏情形）",
                    "all 10,000 grants of one party and purpose (worst case)"),
                Line.same("–"),
                Line.same(heaped.text()))));
    lines.addAll(new ListSpeed(stage).measure());
    return new Report(
        lines,
        List.of(
            new Words(
                "JMH 1.37 抽样模式，各自独立的进程；六个字段，八次中七次允许、一次因人数拒绝。",
                "JMH 1.37, sample mode, processes of its own; six fields, seven of eight asks permitted, one refused for"
                    + " its number of people."),
            ListSpeed.remark()),
        new Words(
            "10,000 项授权中的一次决定：中位 " + decision.text(),
            "decision among 10,000 grants: median " + decision.text()));
  }
}
