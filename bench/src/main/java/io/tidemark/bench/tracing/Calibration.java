package io.tidemark.bench.tracing;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Locale;

/** Whether what is called probable is right as often as it says. */
final class Calibration {
  private static final double BAR = .95;
  private static final List<Double> EDGES = List.of(0., .05, .2, .5, .8, .95, .98, .99, 1.001);

  private Calibration() {}

  /** The verdicts {@code probable} of the worlds whose rates nobody is told. */
  static Line line(List<Trial> trials, boolean quick) {
    return line(
        new Words("probable 的校准，比率未告知", "calibration of probable, rates not told"), trials, quick);
  }

  /** Those of all other questions, the absent source and every attack among them. */
  static Line elsewhere(List<Trial> trials, boolean quick) {
    return line(new Words("其余各问中的 probable", "probable in all other questions"), trials, quick);
  }

  /** {@code probable} verdicts, then every listed posterior by bins. */
  private static Line line(Words what, List<Trial> trials, boolean quick) {
    int said = 0;
    int right = 0;
    for (Trial trial : trials) {
      if (trial.probable()) {
        said += trial.finding().accused().size();
        right += (int) trial.finding().accused().stream().filter(trial.sources()::contains).count();
      }
    }
    String bins = bins(trials);
    if (said == 0) {
      return Line.reported(what, Question.NONE, Line.same(bins));
    }
    Rate rate = new Rate(right, said);
    Outcome outcome = Bar.atLeast(BAR).judge(rate, quick);
    return new Line(
        what,
        Question.NONE,
        new Words("正确 " + rate + "；后验分箱：" + bins, "right " + rate + "; posterior bins: " + bins),
        Line.same("≥ 95 %"),
        outcome);
  }

  /** {@code [0.95, 0.98) 41/42 said 0.966} of all listed candidates. */
  static String bins(List<Trial> trials) {
    StringBuilder bins = new StringBuilder();
    for (int bin = 0; bin + 1 < EDGES.size(); bin++) {
      double from = EDGES.get(bin);
      double to = EDGES.get(bin + 1);
      int count = 0;
      int right = 0;
      double sum = 0;
      for (Trial trial : trials) {
        for (Finding.Candidate one : trial.finding().candidates()) {
          if (one.posterior() >= from && one.posterior() < to) {
            count++;
            right += trial.sources().contains(one.party()) ? 1 : 0;
            sum += one.posterior();
          }
        }
      }
      if (count > 0) {
        bins.append(bins.length() == 0 ? "" : ", ")
            .append(
                String.format(
                    Locale.ROOT,
                    "%.2f–%.2f: said %.3f, right %d of %d",
                    from,
                    Math.min(1, to),
                    sum / count,
                    right,
                    count));
      }
    }
    return bins.toString();
  }
}
