package io.tidemark.bench.tracing;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a question's trials have to show. A whole run is judged by the lower end of the interval, a
 * quick one by the share.
 *
 * @param right which trials ended as they should
 * @param share the least share of them; 0 where it is only reported
 * @param bar in words
 * @param done what those trials did, in words
 */
record Goal(Predicate<Trial> right, double share, Words bar, Words done) {
  private static final Words NAMED = new Words("指认", "named");

  /** A source is named and nobody else. */
  static Goal named(double share) {
    return new Goal(Trial::right, share, atLeast(share), NAMED);
  }

  /** Nothing but that no innocent is accused. */
  static Goal neverWrong() {
    return new Goal(Trial::right, 0, new Words("绝不误指", "never wrong"), NAMED);
  }

  /** Every single one is named. */
  static Goal always() {
    return new Goal(Trial::right, 1, new Words("全部", "all"), NAMED);
  }

  /** Nobody is accused. */
  static Goal silent() {
    return new Goal(
        trial -> trial.finding().accused().isEmpty(),
        0,
        new Words("绝不误指", "never wrong"),
        new Words("不指认任何人", "nobody accused"));
  }

  /** The verdict is {@code cannot_separate}, every source of equals is listed. */
  static Goal listed(List<String> equals) {
    return new Goal(
        trial ->
            trial.finding().verdict().equals("cannot_separate")
                && trial.finding().candidates().stream()
                    .map(Finding.Candidate::party)
                    .toList()
                    .containsAll(equals),
        1,
        new Words("全部", "all"),
        new Words("无法区分且全部列出", "cannot separate, all listed"));
  }

  /** Only reported. */
  static Goal reported() {
    return new Goal(Trial::right, 0, Line.same("–"), NAMED);
  }

  private static Words atLeast(double share) {
    return Line.same(String.format(Locale.ROOT, "≥ %.0f %%", 100 * share));
  }

  /** What came of the trials. */
  Tally tally(List<Trial> trials) {
    return Tally.of(trials, right);
  }

  /** How the trials stand to it. */
  Outcome judge(Tally tally, boolean quick) {
    if (tally.wrong() > 0) {
      return Outcome.WRONG;
    }
    Rate rate = new Rate(tally.right(), tally.trials());
    if (share == 1 && !quick) {
      return Bar.atLeast(1).judge(rate.share());
    }
    if (share > 0) {
      return Bar.atLeast(share).judge(rate, quick);
    }
    return bar.zh().equals("–") ? Outcome.NO_BAR : Outcome.MET;
  }

  /** The trials in words. */
  Words figure(Tally tally) {
    Rate rate = new Rate(tally.right(), tally.trials());
    return new Words(
        done.zh() + " " + rate + "，误指 " + tally.wrong(),
        done.en() + " " + rate + ", wrong accusations " + tally.wrong());
  }
}
