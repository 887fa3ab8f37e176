package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.Collusion;
import io.tidemark.chainsim.leak.Insider;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Several recipients who make one leak of their copies, in every way in turn, one of them with the
 * insurer's own text.
 *
 * @param home the copies, and where leaks are traced
 * @param original the insurer's own text
 */
record Colluders(SameList home, LeakedTable original) {
  private static final int WAYS = Collusion.values().length + 1;
  private static final Words KNOWN =
      new Words("512 个二元位置，c = 3：0.92", "0.92 at c = 3, 512 binary positions");

  /** Two, three and five from 1,000 rows, ten from 5,000. */
  List<Question> questions() {
    return List.of(
        question(2, 1_000, .95, 8 * WAYS, 2),
        question(3, 1_000, .95, 8 * WAYS, WAYS),
        question(5, 1_000, .95, 8 * WAYS, 3),
        question(10, 5_000, .90, 4 * WAYS, 2));
  }

  private Question question(int colluders, int rows, double share, int trials, int few) {
    Goal named = Goal.named(share);
    return new Question(
        new Words(colluders + " 方合谋，" + rows + " 行", colluders + " colluders, " + rows + " rows"),
        colluders == 3 ? KNOWN : Question.NONE,
        new Goal(named.right(), share, named.bar(), new Words("至少指认一方", "at least one named")),
        trials,
        few,
        (number, seed) -> trial(colluders, rows, number, seed));
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

  private Trial trial(int colluders, int rows, int number, long seed) throws Exception {
    Copies copies = home.copies();
    List<LeakedTable> theirs = new ArrayList<>();
    List<String> parties = new ArrayList<>();
    for (int place : places(colluders, copies.size(), seed)) {
      LeakedTable whole = theirs.isEmpty() ? copies.sample(place, rows, seed) : copies.rows(place);
      theirs.add(Narrowed.STANDARD.of(whole));
      parties.add(copies.at(place).party());
    }
    int way = number % WAYS;
    if (way == Collusion.values().length) {
      LeakedTable leak = new Insider(Narrowed.STANDARD.of(original)).mixed(theirs);
      return home.tracing().trial(Material.csv(leak, parties.toArray(String[]::new)).as("insider"));
    }
    Collusion rule = Collusion.values()[way];
    LeakedTable leak = rule.mixed(theirs, seed);
    String name = rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return home.tracing().trial(Material.csv(leak, parties.toArray(String[]::new)).as(name));
  }

  /** How many of the colluders were named in the mean. */
  static Words caught(List<Trial> trials, int colluders) {
    Predicate<Trial> any = trial -> true;
    double mean = (double) Tally.of(trials, any).caught() / trials.size();
    String of = String.format(Locale.ROOT, "%.1f/%d", mean, colluders);
    return new Words("平均指认 " + of, of + " of them named on average");
  }
}
