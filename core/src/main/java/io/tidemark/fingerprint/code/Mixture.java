package io.tidemark.fingerprint.code;

import java.util.List;

/**
 * The leak models that {@link LikelihoodRatio} mixes, with weights fixed beforehand that sum to 1.
 * One leaker who shows nearly every spelling faithfully is the commonest case and weighs most: its
 * weight is what an honest leak pays.
 */
public final class Mixture {
  /** One leaker: each cell shows the leaker's spelling with chance {@code trust}, else anything. */
  public record Faithful(double trust, double weight) {}

  /** One leaker: each row is foreign to the spellings with chance {@code noise}, else faithful. */
  record Rows(double noise, double weight) {}

  /** One leaker, cell by cell. */
  public static final List<Faithful> FAITHFUL =
      List.of(
          new Faithful(0.99, 0.34),
          new Faithful(0.9, 0.04),
          new Faithful(0.7, 0.04),
          new Faithful(0.4, 0.03));

  /** One leaker whose cells were partly rewritten in a habit estimated from the leak. */
  public static final double REWRITTEN_CELLS = 0.16;

  /** One leaker, row by row. */
  static final List<Rows> ROWS =
      List.of(new Rows(0.3, 0.02), new Rows(0.6, 0.02), new Rows(0.85, 0.02));

  /** One leaker whose rows were partly rewritten in a habit estimated from the leak. */
  static final double REWRITTEN_ROWS = 0.08;

  /** How many colluders are modelled, each number with the weight below. */
  static final List<Integer> COLLUDERS = List.of(2, 3, 5, 8, 12);

  /** The weight of each number of colluders. */
  static final double COLLUDERS_WEIGHT = 0.05;

  private Mixture() {}
}
