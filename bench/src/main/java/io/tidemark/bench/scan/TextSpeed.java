package io.tidemark.bench.scan;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.find.ExactFinder;
import io.tidemark.find.Finder;
import io.tidemark.find.Finding;
import io.tidemark.find.TextFinder;
import io.tidemark.terms.Words;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** How fast one thread finds numbers in text, beside JDK's regular expressions. */
final class TextSpeed {
  private static final double BAR = 150;
  private static final int DOCUMENT = 4_000_000;
  private static final int TIMES = 5;
  private static final int WARM = 6;
  private static final double MEGABYTE = 1e6;

  private final Stage stage;

  TextSpeed(Stage stage) {
    this.stage = stage;
  }

  List<Line> lines() {
    stage.say("测量文本扫描的速度…", "measuring the throughput of text …");
    List<String> texts = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < stage.size(25, 3); i++) {
      String text = MixedText.of(stage.seed(), i, DOCUMENT);
      texts.add(text);
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
    }
    Finder finder = new TextFinder();
    for (int i = 0; i < WARM; i++) {
      run(finder, texts);
    }
    double[] seconds = new double[TIMES];
    double[] busy = new double[TIMES];
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long found = 0;
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      long processor = thread.getCurrentThreadCpuTime();
      found = run(finder, texts);
      busy[i] = (thread.getCurrentThreadCpuTime() - processor) / 1e9;
      seconds[i] = (System.nanoTime() - begun) / 1e9;
    }
    Arrays.sort(seconds);
    Arrays.sort(busy);
    double rate = bytes / MEGABYTE / seconds[TIMES / 2];
    double own = bytes / MEGABYTE / busy[TIMES / 2];
    double regex = regexRate(texts.get(0).substring(0, DOCUMENT / 8));
    List<String> compared = texts.subList(0, stage.size(texts.size(), 1));
    long different = compared.stream().filter(text -> !same(text)).count();
    return List.of(
        new Line(
            new Words(
                "文本扫描吞吐，单线程，12 类，每 200 字节一处，MB/s",
                "throughput of text, one thread, 12 classes, one finding in 200 bytes, MB/s"),
            Line.same(String.format(Locale.ROOT, "JDK regex %.1f", regex)),
            new Words(
                String.format(Locale.ROOT, "%.0f（按处理器时间 %.0f）", rate, own),
                String.format(Locale.ROOT, "%.0f (by processor time %.0f)", rate, own)),
            Line.same("150"),
            Bar.clock(1 / BAR).judge(1 / rate)),
        new Line(
            new Words(
                "与逐字慢速方式结果不同的文本",
                "throughput of text: documents whose findings differ from the slow way's"),
            Line.same("–"),
            Line.same(
                String.format(
                    Locale.ROOT, "%d of %d (%,d findings)", different, compared.size(), found)),
            Line.same("0"),
            Bar.atMost(0.5).judge((double) different)));
  }

  private static long run(Finder finder, List<String> texts) {
    LongAdder found = new LongAdder();
    texts.forEach(text -> finder.find(text, finding -> found.increment()));
    return found.sum();
  }

  private static boolean same(String text) {
    return sorted(new TextFinder(), text).equals(sorted(new ExactFinder(), text));
  }

  private static List<Finding> sorted(Finder finder, String text) {
    List<Finding> all = new ArrayList<>();
    finder.find(text, all::add);
    all.sort(Comparator.comparing(Finding::span).thenComparing(Finding::found));
    return all;
  }

  private static double regexRate(String text) {
    RegexPeer.count(text);
    long begun = System.nanoTime();
    RegexPeer.count(text);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return text.getBytes(StandardCharsets.UTF_8).length / MEGABYTE / seconds;
  }

  static Words remark() {
    return new Words(
        "文本为内存中的字符串，按 UTF-8 字节计；JDK regex 为同样 12 类的 12 个表达式，依次运行，只看形状。",
        "Texts are strings in memory, counted in bytes of UTF-8; JDK regex: twelve expressions for the"
            + " same classes, run one after the other, shapes only.");
  }
}
