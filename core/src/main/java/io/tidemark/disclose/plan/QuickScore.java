package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.code.Mixture;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * The parts of {@link io.tidemark.fingerprint.code.LikelihoodRatio} that a single leaker's copy
 * scores by, added up row by row: a lower limit of it where nothing was rewritten, and near it
 * where the typist's habit must be guessed. One leak, one use.
 */
final class QuickScore {
  private static final double UNLIKE_THE_HABIT = 0.05;

  private final PlannedList list;
  private final Play play;
  private final BitSet counted = new BitSet();
  private final double[] logs = new double[Mixture.FAITHFUL.size()];
  private double values;
  private int next;
  private int honey;

  QuickScore(PlannedList list, Play play) {
    this.list = list;
    this.play = play;
  }

  /** How many honey customers the rows so far have. */
  int honey() {
    return honey;
  }

  /** The logarithm of the factor after one more row. */
  double afterNext() {
    int row = play.row(next);
    honey += list.honey(row) ? 1 : 0;
    Map<FieldClass, Value> seen = new EnumMap<>(FieldClass.class);
    for (PlannedList.Placed placed : list.row(row)) {
      MarkedCell cell = placed.cell();
      Carrier carrier = cell.carrier();
      int symbol = play.symbol(placed);
      Shown shown = play.shown(next, carrier, symbol);
      if (shown.tells(carrier.spellings()) && !counted.get(placed.place())) {
        counted.set(placed.place());
        double p = cell.biases().probability(shown.mask());
        double ratio = shown.admits(symbol) ? 1 / p : 0;
        count(ratio);
        seen.computeIfAbsent(carrier.field(), field -> new Value())
            .add(shown.admits(play.habit(carrier)), p, ratio);
      }
    }
    seen.values().forEach(value -> values += value.log());
    next++;
    return sum();
  }

  private void count(double ratio) {
    for (int i = 0; i < logs.length; i++) {
      double trust = Mixture.FAITHFUL.get(i).trust();
      logs[i] += Math.log(1 - trust + trust * ratio);
    }
  }

  private double sum() {
    double greatest = values;
    for (double log : logs) {
      greatest = Math.max(greatest, log);
    }
    double sum = Mixture.REWRITTEN_VALUES * Math.exp(values - greatest);
    for (int i = 0; i < logs.length; i++) {
      sum += Mixture.FAITHFUL.get(i).weight() * Math.exp(logs[i] - greatest);
    }
    return greatest + Math.log(sum);
  }

  /** A whole value: rewritten in the habit, or not at all. */
  private static final class Value {
    private double byHabit = Play.REWRITTEN;
    private double byBias = 1 - Play.REWRITTEN;
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
