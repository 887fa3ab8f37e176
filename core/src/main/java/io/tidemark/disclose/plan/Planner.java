package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.FieldClass;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Plays leaks of a list and counts the rows until its recipient is named. The score is the
 * single-leaker part of {@link io.tidemark.fingerprint.code.LikelihoodRatio}: leaving out the other
 * parts can only ask for more rows. Honey customers count as often as the leaked rows would catch
 * them. Immutable, thread-safe; the same list gives the same numbers.
 */
public final class Planner {
  private static final int PLAYS = 1_000;
  private static final int MOST_ROWS = 400;
  private static final double CHANCE = 0.99;

  /** Nats above the threshold; a rewritten row costs the more patient parts of the score 1 or 2. */
  private static final double FAR_ABOVE = 30;

  private final double threshold;
  private final double honeyShare;

  /**
   * A planner for one list.
   *
   * @param recipients how many candidates a bound must count
   * @param bound the bound at which a first inquiry names somebody
   * @param honeyShare the share of honey customers among the list's rows, 0 for none
   */
  public Planner(int recipients, double bound, double honeyShare) {
    this.threshold = Math.log(Math.max(2, recipients) / bound);
    this.honeyShare = honeyShare;
  }

  /**
   * The rows to name.
   *
   * @param rows the list's rows, or a fair sample of them, each with its marked cells
   * @param size how many rows the list has
   */
  public RowsToName rowsToName(List<List<MarkedCell>> rows, int size) {
    return new RowsToName(
        play(rows, size, Condition.AS_RELEASED),
        play(rows, size, Condition.CLEANED),
        play(rows, size, Condition.RETYPED),
        play(rows, size, Condition.STANDARDISED));
  }

  private OptionalInt play(List<List<MarkedCell>> cells, int size, Condition condition) {
    boolean nothingSpeaks =
        honeyShare == 0 && cells.stream().flatMap(List::stream).noneMatch(condition::tells);
    if (nothingSpeaks) {
      return OptionalInt.empty();
    }
    List<List<Gain>> rows =
        cells.stream()
            .map(row -> row.stream().map(cell -> Gain.of(cell, condition)).toList())
            .toList();
    int most = Math.min(MOST_ROWS, size);
    int[] named = new int[most + 1];
    SplittableRandom random = new SplittableRandom(size);
    for (int play = 0; play < PLAYS && !rows.isEmpty(); play++) {
      Play leak = new Play(condition == Condition.RETYPED, random.split());
      for (int k = 1; k <= most; k++) {
        if (leak.namedAfter(rows.get(random.nextInt(rows.size())))) {
          named[k]++;
          if (leak.surely()) {
            for (int rest = k + 1; rest <= most; rest++) {
              named[rest]++;
            }
            break;
          }
        }
      }
    }
    for (int k = 1; k <= most; k++) {
      if (named[k] >= CHANCE * PLAYS) {
        return OptionalInt.of(k);
      }
    }
    return OptionalInt.empty();
  }

  /** One played leak, row by row. */
  private final class Play {
    private final boolean retyped;
    private final SplittableRandom random;
    private final double[] logs = new double[Gain.PARTS];
    private final int[] habit = new int[Carrier.values().length];
    private boolean honey;

    Play(boolean retyped, SplittableRandom random) {
      this.retyped = retyped;
      this.random = random;
      for (Carrier carrier : Carrier.values()) {
        habit[carrier.ordinal()] = random.nextInt(carrier.spellings());
      }
    }

    boolean namedAfter(List<Gain> row) {
      honey |= random.nextDouble() < honeyShare;
      boolean address = rewrites();
      boolean model = rewrites();
      for (Gain gain : row) {
        FieldClass field = gain.carrier().field();
        boolean rewritten =
            (address && field == FieldClass.ADDRESS) || (model && field == FieldClass.MODEL);
        gain.addTo(logs, rewritten, habit[gain.carrier().ordinal()]);
      }
      return honey || Gain.reaches(logs, threshold);
    }

    /**
     * Whether no further row undoes a naming: true for a honey customer, where every row speaks for
     * it, and so far above the threshold that a typist's rewriting does not lead back.
     */
    boolean surely() {
      return honey || !retyped || Gain.reaches(logs, threshold + FAR_ABOVE);
    }

    private boolean rewrites() {
      return retyped && random.nextDouble() < Gain.REWRITTEN;
    }
  }
}
