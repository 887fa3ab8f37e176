package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.LeakCondition;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Plays leaks of a list and counts the rows until its recipient is named: marks by a {@link
 * QuickScore} of the likelihood ratio, honey customers as an inquiry weighs them. Immutable,
 * thread-safe; the same list gives the same numbers.
 */
public final class Planner {
  private static final int PLAYS = 300;

  /** How many plays may end without a name: 0.99 of them must be named. */
  private static final int MISSES = PLAYS / 100;

  /** A score this far above what is wanted does not fall below it again. */
  private static final double SAFE = 5;

  /**
   * What it costs an inquiry, in natural logarithms, that it must estimate the typist's habit which
   * the quick score knows. Measured against whole likelihood ratios (2 to 4).
   */
  private static final double GUESSED_HABIT = 3;

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

  private OptionalInt rowsIn(LeakCondition condition, PlannedList list) {
    if (list.pool() == 0 || silent(condition, list)) {
      return OptionalInt.empty();
    }
    SplittableRandom seeds = new SplittableRandom(list.pool());
    int[] rows = new int[PLAYS];
    int missed = 0;
    for (int i = 0; i < PLAYS && missed <= MISSES; i++) {
      rows[i] = rows(new Play(list, condition, seeds.nextLong()), list);
      missed += rows[i] > list.pool() ? 1 : 0;
    }
    if (missed > MISSES) {
      return OptionalInt.empty();
    }
    Arrays.sort(rows);
    return OptionalInt.of(rows[PLAYS - 1 - MISSES]);
  }

  private static boolean silent(LeakCondition condition, PlannedList list) {
    return list.customers() == 0
        && list.cells().stream().noneMatch(cell -> tells(condition, cell.carrier()));
  }

  private static boolean tells(LeakCondition condition, Carrier carrier) {
    return switch (condition) {
      case AS_RELEASED -> true;
      case CLEANED, RETYPED ->
          IntStream.range(0, carrier.spellings())
              .anyMatch(s -> carrier.whenCleaned(s).tells(carrier.spellings()));
      case STANDARDISED -> false;
    };
  }

  /** From how many rows on the recipient is named; above the pool's when it never is. */
  private int rows(Play play, PlannedList list) {
    QuickScore score = new QuickScore(list, play);
    double needed = wanted + (play.retyped() ? GUESSED_HABIT : 0);
    int unnamed = 0;
    for (int k = 1; k <= list.pool(); k++) {
      double log = score.afterNext() + honey(list, k, score.honey());
      if (log < needed) {
        unnamed = k;
      } else if (log >= needed + SAFE) {
        break;
      }
    }
    return unnamed + 1;
  }

  private double honey(PlannedList list, int rows, int seen) {
    return honey.log(rows, list.customers(), seen);
  }
}
