package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.terms.LeakCondition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Plays leaks of a list and counts the rows until its recipient is named: marks and honey customers
 * are weighed as an inquiry weighs them. Every leak is scored quickly, row by row; where values were
 * rewritten, the hardest of the leaks are scored once more by {@link LikelihoodRatio} itself, and
 * these decide. Immutable, thread-safe; the same list gives the same numbers.
 */
public final class Planner {
  private static final int PLAYS = 500;

  /** How many plays may end without a name: 0.99 of them must be named. */
  private static final int MISSES = PLAYS / 100;

  /** How many of the hardest plays are scored in full. */
  private static final int HARD = 8 * MISSES;

  /** Above this many rows the quick score decides alone. */
  private static final int MOST_IN_FULL = 300;

  /** How much honey customers speak for their recipient. */
  public interface HoneyFactor {
    /**
     * The natural logarithm of the factor.
     *
     * @param rows how many rows were read
     * @param customers how many honey customers the recipient was given
     * @param seen how many of the rows are among them
     */
    double log(long rows, int customers, int seen);
  }

  private final double wanted;
  private final HoneyFactor honey;

  /**
   * A planner.
   *
   * @param recipients how many candidates a bound must count
   * @param bound the bound at which a first inquiry names somebody
   * @param honey how an inquiry weighs honey customers
   */
  public Planner(int recipients, double bound, HoneyFactor honey) {
    this.wanted = Math.log(Math.max(2, recipients) / bound);
    this.honey = honey;
  }

  /**
   * The rows to name.
   *
   * @param rows the list's rows, or a fair sample of them, each with its marked cells
   * @param size how many rows of real people the list has
   * @param customers how many honey customers stand among them
   */
  public RowsToName rowsToName(List<List<MarkedCell>> rows, int size, int customers) {
    PlannedList list = new PlannedList(rows, size, customers);
    return new RowsToName(
        rowsIn(LeakCondition.AS_RELEASED, list),
        rowsIn(LeakCondition.CLEANED, list),
        rowsIn(LeakCondition.RETYPED, list),
        rowsIn(LeakCondition.STANDARDISED, list));
  }

  /** A played leak with the rows that it takes by the quick score, to fractions of a row. */
  private record Played(Play play, double rows) {}

  private OptionalInt rowsIn(LeakCondition condition, PlannedList list) {
    if (list.pool() == 0 || silent(condition, list)) {
      return OptionalInt.empty();
    }
    List<Played> plays = new ArrayList<>(PLAYS);
    SplittableRandom seeds = new SplittableRandom(list.pool());
    int missed = 0;
    for (int i = 0; i < PLAYS; i++) {
      Played played = play(new Play(list, condition, seeds.nextLong()), list);
      missed += Double.isInfinite(played.rows()) ? 1 : 0;
      if (missed > MISSES && condition != LeakCondition.RETYPED || missed > HARD) {
        return OptionalInt.empty();
      }
      plays.add(played);
    }
    plays.sort(Comparator.comparingDouble(Played::rows).reversed());
    double quick = Math.ceil(plays.get(MISSES).rows());
    int guess = (int) Math.min(list.pool(), quick);
    if (condition == LeakCondition.RETYPED && guess <= MOST_IN_FULL) {
      return inFull(plays.subList(0, HARD).stream().map(Played::play).toList(), guess, list);
    }
    return quick <= list.pool() ? OptionalInt.of(guess) : OptionalInt.empty();
  }

  private static boolean silent(LeakCondition condition, PlannedList list) {
    boolean retyped = condition == LeakCondition.RETYPED;
    Play any = new Play(list, retyped ? LeakCondition.CLEANED : condition, 0);
    return list.customers() == 0
        && list.cells().stream()
            .noneMatch(cell -> any.shown(0, cell).tells(cell.carrier().spellings()));
  }

  private Played play(Play play, PlannedList list) {
    QuickScore score = new QuickScore(list, play);
    double missing = wanted;
    for (int k = 1; k <= list.pool(); k++) {
      double log = score.afterNext() + honey(list, k, score.honey());
      double left = wanted - log;
      if (left <= 0) {
        return new Played(play, k - 1 + missing / Math.max(missing - left, 1e-9));
      }
      missing = left;
    }
    return new Played(play, Double.POSITIVE_INFINITY);
  }

  private double honey(PlannedList list, int rows, int seen) {
    return honey.log(rows, list.customers(), seen);
  }

  /** Goes from a first guess to the smallest number of rows that is enough, in small steps. */
  private OptionalInt inFull(List<Play> hard, int guess, PlannedList list) {
    int step = Math.max(1, guess / 12);
    int rows = guess;
    if (enough(hard, rows, list)) {
      while (rows > step && enough(hard, rows - step, list)) {
        rows -= step;
      }
      return OptionalInt.of(rows);
    }
    while (rows < list.pool()) {
      rows = Math.min(list.pool(), rows + step);
      if (enough(hard, rows, list)) {
        return OptionalInt.of(rows);
      }
    }
    return OptionalInt.empty();
  }

  private boolean enough(List<Play> hard, int rows, PlannedList list) {
    int missed = 0;
    for (Play play : hard) {
      missed += named(play, rows, list) ? 0 : 1;
      if (missed > MISSES) {
        return false;
      }
    }
    return true;
  }

  private boolean named(Play play, int rows, PlannedList list) {
    double marks = new LikelihoodRatio(play.leak(rows)).logOf(row -> true, list.symbols());
    return marks + honey(list, rows, play.honey(rows)) >= wanted;
  }
}
