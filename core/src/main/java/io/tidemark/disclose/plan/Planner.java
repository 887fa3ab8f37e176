package io.tidemark.disclose.plan;

import io.tidemark.disclose.honey.HoneyCustomers;
import io.tidemark.fingerprint.code.Mixture;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Plays leaks of a list and counts the rows until its recipient is named. The score is the
 * single-leaker part of {@link io.tidemark.fingerprint.code.LikelihoodRatio}: leaving out the other
 * parts can only ask for more rows. Honey customers count as often as the leaked rows would catch
 * them, and for as much as an inquiry counts one. Immutable, thread-safe; the same list gives the
 * same numbers.
 */
public final class Planner {
  private static final int PLAYS = 1_000;
  private static final int MOST_ROWS = 400;
  private static final double CHANCE = 0.99;
  private static final double REWRITTEN = 0.2;

  private final double threshold;

  /** How many phone numbers a honey customer could have had. */
  private static final double NUMBERS = 1e8;

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

  private enum Condition {
    AS_RELEASED,
    CLEANED,
    RETYPED,
    STANDARDISED;

    /** What a leak in this condition shows of a spelling. */
    Shown shown(Carrier carrier, int spelling) {
      return switch (this) {
        case AS_RELEASED -> new Shown(1 << spelling);
        case CLEANED, RETYPED -> carrier.whenCleaned(spelling);
        case STANDARDISED -> Shown.UNREAD;
      };
    }

    boolean tells(MarkedCell cell) {
      return shown(cell.carrier(), cell.symbol()).tells(cell.carrier().spellings());
    }
  }

  private OptionalInt play(List<List<MarkedCell>> rows, int size, Condition condition) {
    boolean nothingSpeaks =
        honeyShare == 0 && rows.stream().flatMap(List::stream).noneMatch(condition::tells);
    if (nothingSpeaks) {
      return OptionalInt.empty();
    }
    int most = Math.min(MOST_ROWS, Math.min(size, rows.size()));
    SplittableRandom random = new SplittableRandom(size);
    double customers = size * honeyShare / (1 - honeyShare);
    List<Play> plays = new ArrayList<>(PLAYS);
    for (int play = 0; play < PLAYS; play++) {
      plays.add(new Play(condition, Shuffled.of(rows, random), customers, random.split()));
    }
    for (int k = 1; k <= most; k++) {
      int named = 0;
      for (Play play : plays) {
        named += play.namedAfterNext() ? 1 : 0;
      }
      if (named >= CHANCE * PLAYS) {
        return OptionalInt.of(k);
      }
    }
    return OptionalInt.empty();
  }

  /** Rows without repetition: a step that shares no divisor with their number meets each once. */
  private record Shuffled(List<List<MarkedCell>> rows, int start, int step) {
    static Shuffled of(List<List<MarkedCell>> rows, SplittableRandom random) {
      int count = Math.max(1, rows.size());
      int step = 1 + random.nextInt(count);
      while (gcd(step, count) != 1) {
        step = 1 + random.nextInt(count);
      }
      return new Shuffled(rows, random.nextInt(count), step);
    }

    private static int gcd(int a, int b) {
      return b == 0 ? a : gcd(b, a % b);
    }

    List<MarkedCell> row(int k) {
      return rows.get((int) ((start + (long) k * step) % rows.size()));
    }
  }

  /** One played leak, row by row. */
  private final class Play {
    private final Condition condition;
    private final Shuffled rows;
    private final double customers;
    private final SplittableRandom random;
    private final double[] logs = new double[Mixture.FAITHFUL.size()];
    private final int[] habit = new int[Carrier.values().length];
    private double noise;
    private boolean honey;
    private int next;

    Play(Condition condition, Shuffled rows, double customers, SplittableRandom random) {
      this.condition = condition;
      this.rows = rows;
      this.customers = customers;
      this.random = random;
      for (Carrier carrier : Carrier.values()) {
        habit[carrier.ordinal()] = random.nextInt(carrier.spellings());
      }
    }

    boolean namedAfterNext() {
      List<MarkedCell> row = rows.row(next++);
      honey |= random.nextDouble() < honeyShare;
      boolean address = rewrites();
      boolean model = rewrites();
      Map<FieldClass, Value> values = new EnumMap<>(FieldClass.class);
      for (MarkedCell cell : row) {
        FieldClass field = cell.carrier().field();
        boolean again =
            (address && field == FieldClass.ADDRESS) || (model && field == FieldClass.MODEL);
        see(cell, again, values.computeIfAbsent(field, f -> new Value()));
      }
      values.values().forEach(value -> noise += value.log());
      double wanted = honey ? threshold - logHoney() : threshold;
      return score(wanted) >= wanted;
    }

    private boolean rewrites() {
      return condition == Condition.RETYPED && random.nextDouble() < REWRITTEN;
    }

    private void see(MarkedCell cell, boolean rewritten, Value value) {
      Carrier carrier = cell.carrier();
      int spelling = rewritten ? habit[carrier.ordinal()] : cell.symbol();
      Shown shown =
          condition == Condition.AS_RELEASED
              ? new Shown(1 << spelling)
              : carrier.whenCleaned(spelling);
      if (!shown.tells(carrier.spellings())) {
        return;
      }
      double p = cell.biases().probability(shown.mask());
      double ratio = shown.admits(cell.symbol()) ? 1 / p : 0;
      for (int i = 0; i < logs.length; i++) {
        double trust = Mixture.FAITHFUL.get(i).trust();
        logs[i] += Math.log(1 - trust + trust * ratio);
      }
      boolean habitual = condition == Condition.RETYPED && shown.admits(habit[carrier.ordinal()]);
      value.add(habitual, p, ratio);
    }

    /** The factor of a honey customer among the rows so far, as {@code trace} counts it. */
    private double logHoney() {
      double byChance =
          Math.min(1, next * HoneyCustomers.draws((int) Math.ceil(customers)) / NUMBERS);
      return Math.log(0.5 + 0.25 / byChance);
    }

    private double score(double wanted) {
      double most = noise;
      for (double log : logs) {
        most = Math.max(most, log);
      }
      if (most < wanted) {
        return most; // the weights sum to less than 1, so the score lies below
      }
      double e = Mixture.REWRITTEN_VALUES * Math.exp(noise);
      for (int i = 0; i < logs.length; i++) {
        e += Mixture.FAITHFUL.get(i).weight() * Math.exp(logs[i]);
      }
      return Math.log(e);
    }
  }

  /** A whole value: rewritten in the habit, or not at all, as {@code LikelihoodRatio} weighs it. */
  private static final class Value {
    private static final double UNLIKE_THE_HABIT = 0.02;

    private double byHabit = REWRITTEN;
    private double byBias = 1 - REWRITTEN;
    private double product = 1;

    void add(boolean habitual, double p, double ratio) {
      byHabit *= habitual ? 1 : UNLIKE_THE_HABIT;
      byBias *= p;
      product *= 0.01 + 0.99 * ratio;
    }

    double log() {
      double rewritten = byHabit / (byHabit + byBias);
      return Math.log(rewritten + (1 - rewritten) * product);
    }
  }
}
