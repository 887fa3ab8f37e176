package io.tidemark.bench.tracing;

import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Stage;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A few leaked rows among very many of other people.
 *
 * @param stage of the run
 * @param home the copies, and where leaks are traced
 */
record Haystack(Stage stage, SameList home) {
  private static final int NEEDLE = 14;

  /** The line of the report. */
  Line line() throws Exception {
    int foreign = stage.size(1_000_000, 20_000);
    stage.say(
        NEEDLE + " 行混入 " + foreign + " 行", NEEDLE + " rows among " + foreign + " foreign rows");
    long seed = Question.seed(stage.seed(), "haystack", 0);
    int place = home.copies().place(seed);
    Path file = home.ground().file("haystack.csv");
    PortfolioGenerator strangers =
        new PortfolioGenerator(stage.seed() + 1, foreign, Untidiness.asExported());
    write(
        file,
        Narrowed.STANDARD.of(home.copies().sample(place, NEEDLE, seed)),
        strangers,
        places(foreign, seed));
    Finding finding = home.tracing().trace(file);
    Files.delete(file);
    Trial trial = new Trial("", finding, List.of(home.copies().at(place).party()));
    boolean right = trial.right();
    int wrong = trial.wrong() ? 1 : 0;
    String seconds = String.format(Locale.ROOT, "%.1f s", finding.seconds());
    return new Line(
        new Words(
            NEEDLE + " 行混在 " + foreign + " 行无关数据中",
            NEEDLE + " rows among " + foreign + " foreign rows"),
        Question.NONE,
        new Words(
            (right ? "指认正确" : "未指认") + "，误指 " + wrong + "，" + seconds,
            (right ? "named right" : "not named")
                + ", wrong accusations "
                + wrong
                + ", "
                + seconds),
        new Words("指认正确", "named right"),
        wrong > 0 ? Outcome.WRONG : right ? Outcome.MET : Outcome.MISSED);
  }

  /** Writes the rows of {@code needle} at these places among those of strangers. */
  private static void write(
      Path file, LeakedTable needle, PortfolioGenerator strangers, BitSet places)
      throws IOException {
    List<Integer> columns =
        needle.headings().stream().map(PortfolioGenerator.COLUMNS::indexOf).toList();
    Deque<List<String>> hidden = new ArrayDeque<>(needle.rows());
    int[] at = {0};
    Stream<List<String>> rows =
        strangers
            .rows()
            .flatMap(
                row -> {
                  List<String> stranger = columns.stream().map(row::get).toList();
                  return places.get(at[0]++)
                      ? Stream.of(hidden.remove(), stranger)
                      : Stream.of(stranger);
                });
    PortfolioFile.write(file, StandardCharsets.UTF_8, needle.headings(), rows);
  }

  private static BitSet places(int foreign, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet places = new BitSet(foreign);
    while (places.cardinality() < NEEDLE) {
      places.set(random.nextInt(foreign));
    }
    return places;
  }
}
