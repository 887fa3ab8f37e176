package io.tidemark.bench.tracing;

import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import io.tidemark.bench.tracing.peers.Guilt;
import io.tidemark.bench.tracing.peers.LeastBits;
import io.tidemark.bench.tracing.peers.SymmetricTardos;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The peers on the same trials: the same recipients leak the same row numbers of the same list, and
 * the same colluders meet.
 *
 * @param stage of the run
 * @param recipients how many have the list
 * @param rows how many rows it has
 * @param ours our own figure for a question, by its English name
 */
record Beside(Stage stage, int recipients, int rows, Map<String, Words> ours) {
  private static final double ALPHA = 1e-6;
  private static final int BITS = 256;
  private static final int PER_ROW = 3;
  private static final int DESIGNED_FOR = 10;
  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 5_000);
  private static final Words LEAST_BITS =
      new Words("Agrawal、Kiernan 2002；Li 等 2005", "Agrawal, Kiernan 2002; Li et al. 2005");
  private static final Words TARDOS =
      new Words("Tardos；Škorić 等 2008", "Tardos; Škorić et al. 2008");

  /** Somebody's method: whom it accuses when these leak these rows. */
  private interface Method {
    List<Integer> accused(List<Integer> sources, int[] rows);
  }

  private List<Integer> sizes(int most) {
    return SIZES.stream()
        .filter(size -> size <= most)
        .map(size -> Math.min(size, rows))
        .distinct()
        .toList();
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>(guilt());
    for (int gamma : new int[] {1, 10}) {
      LeastBits mark = new LeastBits(stage.seed(), BITS, gamma, recipients, ALPHA);
      for (int size : sizes(1_000)) {
        lines.add(line(LEAST_BITS, "gamma " + gamma, 1, size, (who, of) -> bits(mark, who, of)));
      }
      lines.add(
          line(
              LEAST_BITS,
              "gamma " + gamma + ", majority",
              3,
              Math.min(rows, 1_000),
              (who, of) -> bits(mark, who, of)));
      lines.add(
          line(
              LEAST_BITS,
              "gamma " + gamma + ", last digit rounded off",
              1,
              Math.min(rows, 1_000),
              (who, of) -> mark.accused(of, new int[of.length])));
    }
    SymmetricTardos code = new SymmetricTardos(stage.seed(), DESIGNED_FOR, recipients, ALPHA);
    for (int size : sizes(5_000)) {
      lines.add(line(TARDOS, "", 1, size, (who, of) -> word(code, who, of, false)));
    }
    for (int colluders : new int[] {3, 5, 10}) {
      int size = Math.min(rows, colluders == 10 ? 5_000 : 1_000);
      lines.add(line(TARDOS, "majority", colluders, size, (who, of) -> word(code, who, of, false)));
      lines.add(line(TARDOS, "rarest", colluders, size, (who, of) -> word(code, who, of, true)));
    }
    return lines;
  }

  private static List<Integer> bits(LeastBits mark, List<Integer> who, int[] rows) {
    return mark.accused(
        rows, IntStream.of(rows).map(row -> Math.max(0, mark.majority(who, row))).toArray());
  }

  private static List<Integer> word(
      SymmetricTardos code, List<Integer> who, int[] rows, boolean rarest) {
    int[] positions =
        IntStream.of(rows)
            .flatMap(row -> IntStream.range(PER_ROW * row, PER_ROW * (row + 1)))
            .toArray();
    IntUnaryOperator shown = position -> code.mixed(who, position, rarest);
    return code.accused(positions, shown);
  }

  private Line line(Words peer, String how, int colluders, int size, Method method) {
    String question =
        colluders == 1
            ? size + " rows as released, three carriers"
            : colluders + " colluders, " + size + " rows";
    int trials = size > 1_000 ? stage.size(20, 2) : stage.size(60, 10);
    int caught = 0;
    int wrong = 0;
    for (int number = 0; number < trials; number++) {
      long seed = Question.seed(stage.seed(), question, number);
      List<Integer> sources =
          colluders == 1
              ? List.of((int) Long.remainderUnsigned(seed, recipients))
              : Colluders.places(colluders, recipients, seed);
      List<Integer> accused = method.accused(sources, Copies.drawn(rows, size, seed));
      boolean innocent = !sources.containsAll(accused);
      wrong += innocent ? 1 : 0;
      caught += !innocent && !accused.isEmpty() ? 1 : 0;
    }
    int missed = trials - caught - wrong;
    String kind = how.isEmpty() ? "" : ", " + how;
    return Line.reported(
        new Words("对照" + kind + "：" + question, "peer" + kind + ": " + question),
        new Words(
            peer.zh() + "：指认 " + caught + "，漏 " + missed + "，误指 " + wrong + "（共 " + trials + "）",
            peer.en()
                + ": caught "
                + caught
                + ", missed "
                + missed
                + ", wrong "
                + wrong
                + " of "
                + trials),
        ours.getOrDefault(question, Question.NONE));
  }

  private List<Line> guilt() {
    Guilt guilt = new Guilt();
    List<String> all = IntStream.range(0, rows).mapToObj(String::valueOf).toList();
    for (int recipient = 0; recipient < recipients; recipient++) {
      guilt.add(all);
    }
    List<Line> lines = new ArrayList<>();
    for (int size : sizes(100)) {
      String question = size + " rows as released, three carriers";
      int trials = stage.size(40, 5);
      double right = 0;
      long tied = 0;
      for (int number = 0; number < trials; number++) {
        long seed = Question.seed(stage.seed(), question, number);
        int place = (int) Long.remainderUnsigned(seed, recipients);
        double[] guilts =
            guilt.of(IntStream.of(Copies.drawn(rows, size, seed)).mapToObj(all::get).toList());
        right += Guilt.among(guilts, place) ? 1.0 / Guilt.tied(guilts) : 0;
        tied += Guilt.tied(guilts);
      }
      String share = String.format(Locale.ROOT, "%.4f", right / trials);
      lines.add(
          Line.reported(
              new Words("对照：" + question, "peer: " + question),
              new Words(
                  "Papadimitriou、Garcia-Molina 2011：对 " + share + "，平均 " + tied / trials + " 方并列",
                  "Papadimitriou, Garcia-Molina 2011: right "
                      + share
                      + ", "
                      + tied / trials
                      + " tied on average"),
              ours.getOrDefault(question, Question.NONE)));
    }
    return Collections.unmodifiableList(lines);
  }
}
