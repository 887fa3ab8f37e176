package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;

/**
 * What one cell of a leak adds to the logarithm of each part of the single-leaker score, worked out
 * once for every habit that a typist can have: plays only add.
 *
 * @param carrier which part of the value
 * @param kept by the typist's habit, where the cell stands as it was released; one entry where
 *     nobody typed
 * @param rewritten by the typist's habit, where the cell was rewritten in it
 */
record Gain(Carrier carrier, double[][] kept, double[][] rewritten) {
  /** The share of addresses, and of models, that a typist rewrites. */
  static final double REWRITTEN = 0.2;

  private static final double[] TRUST = {0.99, 0.9, 0.7, 0.4};

  /** The weights of the parts, estimated noise last. */
  private static final double[] WEIGHT = {0.20, 0.05, 0.05, 0.05, 0.15};

  /** How many parts the score has. */
  static final int PARTS = WEIGHT.length;

  private static final double SLIP = 0.01;

  /** An excess that decides alone, even under the least weight. */
  private static final double SURE = -Math.log(0.05);

  /** The gains of this cell in a copy of this condition. */
  static Gain of(MarkedCell cell, Condition condition) {
    Carrier carrier = cell.carrier();
    if (condition != Condition.RETYPED) {
      double[][] same = {gains(cell, condition.shown(carrier, cell.symbol()), condition, 0)};
      return new Gain(carrier, same, same);
    }
    double[][] kept = new double[carrier.spellings()][];
    double[][] rewritten = new double[carrier.spellings()][];
    for (int habit = 0; habit < kept.length; habit++) {
      kept[habit] = gains(cell, condition.shown(carrier, cell.symbol()), condition, habit);
      rewritten[habit] = gains(cell, condition.shown(carrier, habit), condition, habit);
    }
    return new Gain(carrier, kept, rewritten);
  }

  private static double[] gains(MarkedCell cell, Shown shown, Condition condition, int habit) {
    double[] gains = new double[PARTS];
    if (!shown.tells(cell.carrier().spellings())) {
      return gains;
    }
    double p = cell.biases().probability(shown.mask());
    double ratio = shown.admits(cell.symbol()) ? 1 / p : 0;
    for (int i = 0; i < TRUST.length; i++) {
      gains[i] = Math.log(1 - TRUST[i] + TRUST[i] * ratio);
    }
    boolean habitual = condition == Condition.RETYPED && shown.admits(habit);
    double byHabit = habitual ? REWRITTEN / (REWRITTEN + (1 - REWRITTEN) * p) : SLIP;
    gains[TRUST.length] = Math.log(byHabit + (1 - byHabit) * (SLIP + (1 - SLIP) * ratio));
    return gains;
  }

  /** Adds this cell to the logarithms of the parts. */
  void addTo(double[] logs, boolean wasRewritten, int habit) {
    double[][] byHabit = wasRewritten ? rewritten : kept;
    double[] gains = byHabit[byHabit.length == 1 ? 0 : habit];
    for (int i = 0; i < PARTS; i++) {
      logs[i] += gains[i];
    }
  }

  /** Whether the weighted sum of the parts reaches {@code e} to the {@code threshold}. */
  static boolean reaches(double[] logs, double threshold) {
    double most = most(logs) - threshold;
    if (most < 0 || most > SURE) {
      return most > 0; // the weights sum to less than 1, so the score lies below the best part
    }
    double excess = 0;
    for (int i = 0; i < PARTS; i++) {
      excess += WEIGHT[i] * Math.exp(logs[i] - threshold);
    }
    return excess >= 1;
  }

  private static double most(double[] logs) {
    double most = logs[0];
    for (int i = 1; i < PARTS; i++) {
      most = Math.max(most, logs[i]);
    }
    return most;
  }
}
