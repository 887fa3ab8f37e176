package io.tidemark.bench.tracing;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Optional;

/**
 * One line of the benchmark: the same kind of leak, again and again.
 *
 * @param source whose rows leak
 * @param treatment what was done to them
 * @param rows how many
 * @param best the best known figure
 * @param bar the rate that has to be reached; nothing where only wrong accusations count
 * @param trials how many are wanted when run whole
 */
record Question(
    Source source, Treatment treatment, int rows, Words best, Optional<Bar> bar, int trials) {
  /** Whose rows leak. */
  enum Source {
    /** One recipient's copy. */
    COPY,
    /** The portfolio itself, which nobody received in that spelling. */
    ORIGINAL
  }

  private static final Words ON_SALE = new Words("在售产品 200–1500 行", "200 to 1,500 rows on sale");
  private static final Words NONE = Line.same("–");

  /** The question that the headline answers. */
  static final Question TEN_ROWS =
      copy(Treatment.AS_RELEASED, 10, ON_SALE, Optional.of(Bar.atLeast(.99)), 1_200);

  /** All of them. */
  static final List<Question> ALL =
      List.of(
          copy(Treatment.AS_RELEASED, 6, ON_SALE, Optional.empty(), 300),
          copy(Treatment.AS_RELEASED, 8, ON_SALE, Optional.empty(), 300),
          TEN_ROWS,
          copy(Treatment.AS_RELEASED, 12, ON_SALE, Optional.empty(), 300),
          copy(Treatment.CLEANED, 12, NONE, Optional.of(Bar.atLeast(.95)), 600),
          copy(Treatment.RETYPED, 18, NONE, Optional.of(Bar.atLeast(.95)), 600),
          copy(Treatment.STANDARDISED, 18, NONE, Optional.empty(), 300),
          new Question(Source.ORIGINAL, Treatment.AS_RELEASED, 12, NONE, Optional.empty(), 300),
          new Question(Source.ORIGINAL, Treatment.CLEANED, 12, NONE, Optional.empty(), 300));

  private static Question copy(
      Treatment treatment, int rows, Words best, Optional<Bar> bar, int trials) {
    return new Question(Source.COPY, treatment, rows, best, bar, trials);
  }

  /** Whether nobody ought to be named. */
  boolean innocent() {
    return source == Source.ORIGINAL;
  }

  Words what() {
    return innocent()
        ? new Words(
            "原始数据（无人收到过）" + treatment.words().zh() + " " + rows + " 行",
            rows + " rows of the original text, " + treatment.words().en() + " (nobody's copy)")
        : new Words(
            treatment.words().zh() + " " + rows + " 行", rows + " rows " + treatment.words().en());
  }

  /** The line of the report; a whole run is judged by the lower limit, a quick one by the share. */
  Line line(Tally tally, boolean quick) {
    if (innocent()) {
      Rate silent = new Rate(tally.trials() - tally.wrong(), tally.trials());
      Words ours = new Words("不指认任何人 " + silent, "nobody accused " + silent);
      return new Line(what(), best, ours, neverWrong(), judged(tally, Outcome.MET));
    }
    Rate right = new Rate(tally.right(), tally.trials());
    Words ours =
        new Words(right + "，误指 " + tally.wrong(), right + ", wrong accusations " + tally.wrong());
    double figure = quick ? right.share() : right.lower();
    Outcome outcome =
        bar.map(limit -> limit.judge(figure))
            .orElse(treatment == Treatment.STANDARDISED ? Outcome.MET : Outcome.NO_BAR);
    return new Line(what(), best, ours, barWords(), judged(tally, outcome));
  }

  private static Outcome judged(Tally tally, Outcome otherwise) {
    return tally.wrong() > 0 ? Outcome.WRONG : otherwise;
  }

  private Words barWords() {
    if (bar.isPresent()) {
      return Line.same(String.format(java.util.Locale.ROOT, "≥ %.0f %%", 100 * bar.get().value()));
    }
    return treatment == Treatment.STANDARDISED ? neverWrong() : NONE;
  }

  private static Words neverWrong() {
    return new Words("绝不误指", "never wrong");
  }
}
