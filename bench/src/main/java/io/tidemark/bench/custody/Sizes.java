package io.tidemark.bench.custody;

import io.tidemark.bench.Stage;

/**
 * How much is done.
 *
 * @param rows of the deposit and of the large release
 * @param people of the portfolio that the plan releases from
 * @param releases of the plan
 * @param each rows of each of them
 * @param leaked rows that are traced
 */
record Sizes(int rows, int people, int releases, int each, int leaked) {
  static final Sizes WHOLE = new Sizes(1_000_000, 100_000, 1_000, 2_000, 1_000);

  /** A fiftieth of the deposit and of the plan in a quick run. */
  static Sizes of(Stage stage) {
    return stage.quick() ? new Sizes(20_000, 4_000, 20, 2_000, 200) : WHOLE;
  }

  /** How many times the whole run does it. */
  double times(int whole, int here) {
    return (double) whole / here;
  }
}
