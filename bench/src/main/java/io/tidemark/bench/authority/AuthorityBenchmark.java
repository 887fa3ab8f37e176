package io.tidemark.bench.authority;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.List;

/** Authority: how long its decisions and look-ups take. */
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
    stage.say("测量查询（HTTPS）…", "measuring look-ups (HTTPS) …");
    LookUpLoad.Result lookUps = new LookUpSpeed(stage).measure();
    List<Line> lines =
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
                Line.same(heaped.text())),
            LookUpSpeed.line(lookUps));
    return new Report(
        lines,
        List.of(
            new Words(
                "JMH 1.37 抽样模式，各自独立的进程；六个字段，八次中七次允许、一次因人数拒绝。",
                "JMH 1.37, sample mode, processes of its own; six fields, seven of eight asks"
                    + " permitted, one refused for its number of people."),
            new Words(
                "查询：服务器与请求方各为一个进程，经回环地址，HTTP/1.1 保持连接；每个请求有自己的时刻，延迟从那时算起；"
                    + "十次中九次查到本人名下的客户，一次查不到。",
                "Look-ups: server and caller are processes of their own, on loopback, HTTP/1.1 with"
                    + " keep-alive; each request has its time and its latency counts from then;"
                    + " nine of ten show a customer of the own book, one nobody.")),
        new Words(
            "10,000 项授权中的一次决定：中位 " + decision.text(),
            "decision among 10,000 grants: median " + decision.text()));
  }
}
