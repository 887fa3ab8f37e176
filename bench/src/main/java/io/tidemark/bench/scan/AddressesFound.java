package io.tidemark.bench.scan;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.posts.AddressGenerator;
import io.tidemark.chainsim.posts.PostGenerator;
import io.tidemark.find.address.AddressFinder;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Addresses alone, of which as many as possible are to be found, and texts without any. */
final class AddressesFound {
  private static final double BAR = .93;
  private static final double FREE_BAR = .005;

  private final Stage stage;
  private final AddressFinder finder = new AddressFinder();

  AddressesFound(Stage stage) {
    this.stage = stage;
  }

  List<Line> lines() throws IOException {
    stage.say("寻找地址…", "finding addresses …");
    List<String> written = new ArrayList<>();
    List<String> posts = new ArrayList<>();
    AddressGenerator addresses = new AddressGenerator(stage.seed());
    PostGenerator generator = new PostGenerator(stage.seed());
    for (int i = 0; i < stage.size(20_000, 2_000); i++) {
      written.add(addresses.address(i));
      posts.add(generator.post(i).text());
    }
    List<Line> lines = new ArrayList<>();
    lines.add(recall(new Words("生成的地址，召回率", "generated addresses, recall"), written));
    lines.add(flagged(new Words("不含地址的帖子，误报率", "posts without an address, flagged"), posts));
    for (OtherCells cells : OtherCells.all(stage.seed(), stage.size(20_000, 2_000))) {
      lines.add(told(cells));
    }
    Words bare = new Words("CLUENER 的地址，召回率", "CLUENER's addresses alone, recall");
    Words free =
        new Words("CLUENER 不含地址的句子，误报率", "CLUENER's sentences without an address, flagged");
    Optional<EvalTexts> texts = EvalTexts.there();
    if (texts.isEmpty()) {
      lines.add(Line.reported(bare, Line.same("–"), NamesFound.NO_TEXTS));
      lines.add(Line.reported(free, Line.same("–"), NamesFound.NO_TEXTS));
      return lines;
    }
    TreeSet<String> alone = new TreeSet<>();
    List<String> without = new ArrayList<>();
    for (Marked text : texts.get().news("address")) {
      text.spans().forEach(span -> alone.add(text.text().substring(span.start(), span.end())));
      if (text.spans().isEmpty()) {
        without.add(text.text());
      }
    }
    lines.add(recall(bare, List.copyOf(alone)));
    lines.add(flagged(free, without));
    return lines;
  }

  private Line recall(Words what, List<String> addresses) {
    double share = share(addresses);
    return new Line(
        what,
        new Words("地名规则 .84", "a gazetteer rule .84"),
        Line.same(String.format(Locale.ROOT, "%.3f (n %,d)", share, addresses.size())),
        Line.same(".93"),
        Bar.atLeast(BAR).judge(share));
  }

  private Line flagged(Words what, List<String> texts) {
    double share = share(texts);
    return new Line(
        what,
        Line.same("–"),
        Line.same(String.format(Locale.ROOT, "%.2f %% (n %,d)", share * 100, texts.size())),
        Line.same("0.5 %"),
        Bar.atMost(FREE_BAR).judge(share));
  }

  private Line told(OtherCells cells) {
    int size = cells.cells().size();
    return Line.reported(
        cells.what(),
        Line.same("–"),
        Line.same(String.format(Locale.ROOT, "%.2f %% (n %,d)", share(cells.cells()) * 100, size)));
  }

  private double share(List<String> texts) {
    long found = texts.stream().filter(this::finds).count();
    return texts.isEmpty() ? 0 : (double) found / texts.size();
  }

  private boolean finds(String text) {
    boolean[] found = {false};
    finder.find(text, finding -> found[0] = true);
    return found[0];
  }
}
