package io.tidemark.bench.authority;

import io.tidemark.bench.Benchmark;
import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Report;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;

/** Authority: how long decisions, look-ups and lists take, and what the ledger bears. */
public final class AuthorityBenchmark implements Benchmark {
  @Override
  public String name() {
    return "authority";
  }

  @Override
  public Report run(Stage stage) throws Exception {
    List<Line> lines = new ArrayList<>();
    if (stage.asks("decision")) {
      lines.addAll(new DecisionSpeed(stage).lines());
    }
    if (stage.asks("look-up")) {
      lines.addAll(new LookUpSpeed(stage).lines());
    }
    if (stage.asks("list")) {
      lines.addAll(new ListSpeed(stage).measure());
    }
    if (stage.asks("ledger")) {
      lines.addAll(new LedgerSpeed(stage).lines());
    }
    return Report.headed(lines, remarks(stage));
  }

  private static List<Words> remarks(Stage stage) {
    return List.of(
        Line.same(Machine.facts(stage.sources(), "17, embedded")),
        new Words(
            "决定：JMH 1.37 抽样模式，各自独立的进程；六个字段，八次中七次允许、一次因人数拒绝。",
            "Decisions: JMH 1.37, sample mode, processes of their own; six fields, seven of eight asks"
                + " permitted, one refused for its number of people."),
        new Words(
            "查询：服务器与请求方各为一个进程，经回环地址，HTTP/1.1，32 个保持的连接，预热三分钟（此后即时编译器已静）；每个请求有自己的时刻，延迟从那时算起；"
                + "十次中九次查到本人名下的客户，一次查不到。",
            "Look-ups: server and caller are processes of their own, on loopback, HTTP/1.1 on 32"
                + " connections that stay open, warm for three minutes (the compiler is quiet then); each request has its time and its latency counts from then;"
                + " nine of ten show a customer of the own book, one nobody."),
        ListSpeed.remark(),
        new Words(
            "账本：同一进程内的写入者，服务器自身每半秒发布一次；每次提交都等到磁盘同步。",
            "Ledger: writers are threads of the process, its server publishes twice a second; every"
                + " commit waits for the disk."));
  }
}
