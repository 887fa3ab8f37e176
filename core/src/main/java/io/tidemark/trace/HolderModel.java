package io.tidemark.trace;

/**
 * How likely it is that just these people leaked, when they come from certain lists with some
 * background. Each row is one person of one of the lists, or, with some chance, background: anybody
 * in custody. Nobody is drawn twice from a list, so that a leak that is nearly a whole list speaks
 * for that list and not for a somewhat longer one. A longer list explains each row less (the
 * size-aware likelihood; compare P. Papadimitriou and H. Garcia-Molina, Data Leakage Detection,
 * 2011, whose guilt formula ignores it). Neither the chance of background nor the shares of the
 * lists are known; they are averaged over grids fixed beforehand. Immutable, thread-safe.
 */
final class HolderModel {
  private static final double[] BACKGROUND = {0.003, 0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.7};

  private static final double[][][] SHARES = {
    {{1}},
    {{.5, .5}, {.8, .2}, {.2, .8}},
    {{1 / 3.0, 1 / 3.0, 1 / 3.0}, {.6, .2, .2}, {.2, .6, .2}, {.2, .2, .6}}
  };

  /** How many lists one explanation can have. */
  static final int MOST_LISTS = SHARES.length;

  private final int people;
  private final double custody;

  /**
   * A model.
   *
   * @param people how many different people in custody leaked
   * @param records how many records are in custody
   */
  HolderModel(int people, long records) {
    this.people = people;
    this.custody = Math.max(Math.max(1, people), records);
  }

  /** How many records are in custody, at least as many as leaked. */
  double custody() {
    return custody;
  }

  /**
   * The log likelihood of the people when they come from these lists and background.
   *
   * @param counts how many of them stand in just the lists that the bits of the index tell: {@code
   *     counts[0]} in none, {@code counts[3]} in the first and the second
   * @param sizes how long each list is
   */
  double logFrom(int[] counts, double[] sizes) {
    double[][] shares = SHARES[sizes.length - 1];
    double[] terms = new double[BACKGROUND.length * shares.length];
    int at = 0;
    for (double background : BACKGROUND) {
      for (double[] share : shares) {
        terms[at++] = logAt(background, share, counts, sizes) - Math.log(terms.length);
      }
    }
    return Logs.sum(terms);
  }

  private double logAt(double background, double[] share, int[] counts, double[] sizes) {
    double everywhere = background / custody;
    double fromCustody = 0;
    double[] from = new double[sizes.length];
    double log = 0;
    for (int lists = 0; lists < counts.length; lists++) {
      if (counts[lists] > 0) {
        double density = everywhere;
        for (int i = 0; i < sizes.length; i++) {
          density += (lists >> i & 1) * (1 - background) * share[i] / sizes[i];
        }
        for (int i = 0; i < sizes.length; i++) {
          from[i] +=
              (lists >> i & 1) * counts[lists] * (1 - background) * share[i] / sizes[i] / density;
        }
        fromCustody += counts[lists] * everywhere / density;
        log += counts[lists] * Math.log(density);
      }
    }
    for (int i = 0; i < sizes.length; i++) {
      log += Logs.nobodyTwice(sizes[i], from[i]);
    }
    return log + Logs.nobodyTwice(custody, fromCustody);
  }

  /** The log likelihood of the people when somebody has them without us. */
  double logOutside() {
    return -people * Math.log(custody) + Logs.nobodyTwice(custody, people);
  }
}
