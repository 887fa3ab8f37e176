package io.tidemark.bench.scan;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.posts.MarkedText;
import io.tidemark.chainsim.posts.PostGenerator;
import io.tidemark.find.Confidence;
import io.tidemark.find.Span;
import io.tidemark.find.name.NameFinder;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Names: beside numbers in generated posts, in prose in texts that others marked. */
final class NamesFound {
  /** What stands in a report where no folder has the texts that others marked. */
  static final Words NO_TEXTS =
      new Words("未测：TIDEMARK_EVAL 未指定文件夹", "not measured: TIDEMARK_EVAL names no folder");

  private static final double BESIDE_BAR = .95;
  private static final double SPEED_BAR = 2;
  private static final double NEWS_BAR = .60;
  private static final double MICROBLOG_BAR = .55;

  private final Stage stage;
  private final NameFinder finder = new NameFinder();
  private final Optional<HanLp> peer;

  NamesFound(Stage stage) throws IOException, ReflectiveOperationException {
    this.stage = stage;
    peer = HanLp.built(stage);
  }

  List<Line> lines() throws IOException, ReflectiveOperationException {
    stage.say("寻找姓名…", "finding names …");
    List<Marked> posts = posts();
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            new Words("聊天、表单、清单中的姓名（F1）", "names in posts, forms and lists (F1)"),
            posts,
            BESIDE_BAR));
    lines.add(speed(posts));
    Optional<EvalTexts> texts = EvalTexts.there();
    Words news = new Words("新闻中的姓名（CLUENER，严格 F1）", "names in news (CLUENER, strict F1)");
    Words blogs = new Words("微博中的姓名（Weibo，严格 F1）", "names in microblogs (Weibo, strict F1)");
    if (texts.isEmpty()) {
      lines.add(Line.reported(news, Line.same("–"), NO_TEXTS));
      lines.add(Line.reported(blogs, Line.same("–"), NO_TEXTS));
    } else {
      lines.add(line(news, texts.get().news("name"), NEWS_BAR));
      lines.add(line(blogs, texts.get().microblogs(), MICROBLOG_BAR));
    }
    return lines;
  }

  private List<Marked> posts() {
    PostGenerator generator = new PostGenerator(stage.seed());
    List<Marked> posts = new ArrayList<>();
    for (int i = 0; i < stage.size(50_000, 5_000); i++) {
      MarkedText post = generator.post(i);
      posts.add(new Marked(post.text(), post.names()));
    }
    return posts;
  }

  private Line line(Words what, List<Marked> texts, double bar)
      throws ReflectiveOperationException {
    Score ours = new Score();
    Score sure = new Score();
    Score theirs = new Score();
    for (Marked text : texts) {
      ours.add(text.spans(), found(text.text(), Confidence.LOW));
      sure.add(text.spans(), found(text.text(), Confidence.MEDIUM));
      if (peer.isPresent()) {
        theirs.add(text.spans(), peer.get().spans(text.text(), "nr"));
      }
    }
    Words told = new Words(ours + "；其中中高置信度 " + sure, ours + "; of these medium or high: " + sure);
    Words beside = peer.isPresent() ? Line.same("HanLP portable 1.8.6: " + theirs) : HanLp.MISSING;
    return new Line(
        what,
        beside,
        told,
        Line.same(String.format(Locale.ROOT, "%.2f", bar)),
        Bar.atLeast(bar).judge(ours.f1()));
  }

  private Line speed(List<Marked> texts) {
    double ours = megabytes(texts, text -> found(text, Confidence.LOW));
    return new Line(
        new Words("同上，MB/s（单线程）", "the same, MB/s on one thread"),
        Line.same("–"),
        Line.same(String.format(Locale.ROOT, "%.1f", ours)),
        Line.same("2"),
        Bar.clock(1 / SPEED_BAR).judge(1 / ours));
  }

  /** One text of all posts, read twice: the first time the compiler is not done. */
  private static double megabytes(List<Marked> texts, Consumer<String> reader) {
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(text.text()).append('\n'));
    String text = all.toString();
    reader.accept(text);
    long begun = System.nanoTime();
    reader.accept(text);
    return text.getBytes(StandardCharsets.UTF_8).length / 1e6 / ((System.nanoTime() - begun) / 1e9);
  }

  private List<Span> found(String text, Confidence least) {
    List<Span> spans = new ArrayList<>();
    finder.find(
        text,
        finding -> {
          if (finding.confidence().compareTo(least) >= 0) {
            spans.add(finding.span());
          }
        });
    return spans;
  }
}
