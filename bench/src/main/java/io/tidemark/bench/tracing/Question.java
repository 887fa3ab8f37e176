package io.tidemark.bench.tracing;

import io.tidemark.bench.Line;
import io.tidemark.terms.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The same kind of leak, again and again: one line of the report.
 *
 * @param what leaks
 * @param best the best known figure
 * @param goal what the trials have to show
 * @param trials how many are wanted when run whole
 * @param few how many are wanted when run quickly
 * @param asking plays one of them
 */
record Question(Words what, Words best, Goal goal, int trials, int few, Asking asking) {
  static final Words NONE = Line.same("–");

  /** Plays a trial; the same number and seed give the same leak of the same copies. */
  interface Asking {
    Trial trial(int number, long seed) throws Exception;
  }

  /** The seed of one of its trials; other questions do not change it. */
  long seed(long run, int number) {
    return seed(run, what.en(), number);
  }

  /** The seed of a trial of the question called this. */
  static long seed(long run, String name, int number) {
    return new SplittableRandom(run * 1_000_003 + name.hashCode() * 7_919L + number).nextLong();
  }

  /** Its line of the report. */
  Line line(List<Trial> trials, boolean quick) {
    Tally tally = goal.tally(trials);
    Words kinds = kinds(trials);
    Words figure = goal.figure(tally);
    return new Line(
        what,
        best,
        new Words(
            figure.zh() + amiss(trials).zh() + kinds.zh(),
            figure.en() + amiss(trials).en() + kinds.en()),
        goal.bar(),
        goal.judge(tally, quick));
  }

  /** How often somebody was called probable who is no source; nothing where nobody was. */
  static Words amiss(List<Trial> trials) {
    long amiss = trials.stream().filter(trial -> trial.probable() && trial.amiss()).count();
    return amiss == 0
        ? Line.same("")
        : new Words("，probable 而有误 " + amiss, "; probable and wrong " + amiss);
  }

  /** How each kind of leak ended, where there are several. */
  private Words kinds(List<Trial> trials) {
    Map<String, List<Trial>> byLabel =
        trials.stream()
            .collect(Collectors.groupingBy(Trial::label, LinkedHashMap::new, Collectors.toList()));
    if (byLabel.size() < 2) {
      return Line.same("");
    }
    String each =
        byLabel.entrySet().stream()
            .map(kind -> kind.getKey() + " " + of(goal.tally(kind.getValue())))
            .collect(Collectors.joining(", "));
    return new Words("（" + each + "）", " (" + each + ")");
  }

  private static String of(Tally tally) {
    return tally.right() + "/" + tally.trials() + (tally.wrong() > 0 ? " WRONG" : "");
  }
}
