package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.Collusion;
import io.tidemark.chainsim.leak.Insider;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Several recipients who make one leak of their copies, in every way in turn; and the same with an
 * insider, who is judged apart: no bar is set for somebody who has what the insurer keeps.
 *
 * @param home the copies, and where leaks are traced
 * @param original the insurer's own text
 */
record Colluders(SameList home, LeakedTable original) {
  private static final int WAYS = Collusion.values().length;
  private static final Words KNOWN =
      new Words("512 个二元位置，c = 3：0.92", "0.92 at c = 3, 512 binary positions");

  /** Two, three and five from 1,000 rows, ten from 5,000; then each with an insider. */
  List<Question> questions() {
    List<Question> all = new ArrayList<>();
    all.add(question(2, 1_000, .95, 9 * WAYS, 2));
    all.add(question(3, 1_000, .95, 9 * WAYS, WAYS));
    all.add(question(5, 1_000, .95, 9 * WAYS, 3));
    all.add(question(10, 5_000, .90, 5 * WAYS, 2));
    for (int colluders : new int[] {2, 3, 5, 10}) {
      all.add(insider(colluders, colluders == 10 ? 5_000 : 1_000));
    }
    return all;
  }

  private Question question(int colluders, int wanted, double share, int trials, int few) {
    int rows = home.copies().most(wanted);
    return new Question(
        new Words(colluders + " 方合谋，" + rows + " 行", colluders + " colluders, " + rows + " rows"),
        colluders == 3 ? KNOWN : Question.NONE,
        one(Goal.named(share)),
        trials,
        few,
        (number, seed) -> {
          Collusion rule = Collusion.values()[number % WAYS];
          String name = rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
          return trial(colluders, rows, seed, copies -> rule.mixed(copies, seed), name);
        });
  }

  /** Where copies differ they show the insurer's own text: hardly anything of theirs is left. */
  private Question insider(int colluders, int wanted) {
    int rows = home.copies().most(wanted);
    Insider insider = new Insider(Narrowed.STANDARD.of(original));
    return new Question(
        new Words(
            colluders + " 方合谋，其一有保险公司原文，" + rows + " 行",
            colluders + " colluders, one with the insurer's own text, " + rows + " rows"),
        Question.NONE,
        one(Goal.neverWrong()),
        8,
        1,
        (number, seed) -> trial(colluders, rows, seed, insider::mixed, ""));
  }

  private static Goal one(Goal goal) {
    return new Goal(
        goal.right(), goal.share(), goal.bar(), new Words("至少指认一方", "at least one named"));
  }

  /** Who colludes in the trial with this seed. */
  static List<Integer> places(int colluders, int recipients, long seed) {
    return new SplittableRandom(seed)
        .ints(0, recipients)
        .distinct()
        .limit(colluders)
        .boxed()
        .toList();
  }

  private Trial trial(
      int colluders,
      int rows,
      long seed,
      Function<List<LeakedTable>, LeakedTable> mixing,
      String label)
      throws Exception {
    Copies copies = home.copies();
    List<LeakedTable> theirs = new ArrayList<>();
    List<String> parties = new ArrayList<>();
    for (int place : places(colluders, copies.size(), seed)) {
      LeakedTable rowsOf = theirs.isEmpty() ? copies.sample(place, rows, seed) : copies.rows(place);
      theirs.add(Narrowed.STANDARD.of(rowsOf));
      parties.add(copies.at(place).party());
    }
    Material leak = Material.csv(mixing.apply(theirs), parties.toArray(String[]::new));
    return home.tracing().trial(leak.as(label));
  }

  /** How many of the colluders were named in the mean. */
  static Words caught(List<Trial> trials, int colluders) {
    Predicate<Trial> any = trial -> true;
    double mean = (double) Tally.of(trials, any).caught() / trials.size();
    String of = String.format(Locale.ROOT, "%.1f/%d", mean, colluders);
    return new Words("平均指认 " + of, of + " of them named on average");
  }
}
