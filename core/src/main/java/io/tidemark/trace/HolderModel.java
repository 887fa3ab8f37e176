package io.tidemark.trace;

/**
 * How likely the matched rows are if they come from one list: a leaked row is one of the list's
 * people, or, with some chance, background: anybody in custody. The chance is not known; it is
 * averaged over a grid fixed beforehand. A longer list explains each row less (the size-aware
 * likelihood; compare P. Papadimitriou and H. Garcia-Molina, Data Leakage Detection, 2011, whose
 * guilt formula ignores it).
 */
final class HolderModel {
  private static final double[] BACKGROUND = {0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9};

  private final int matched;
  private final double anybody;

  /**
   * A model.
   *
   * @param matched how many leaked rows are about somebody in custody
   * @param records how many records are in custody
   */
  HolderModel(int matched, long records) {
    this.matched = matched;
    this.anybody = 1.0 / Math.max(1, records);
  }

  /** The log likelihood of the rows when {@code held} of them stand in a list of {@code people}. */
  double logFrom(int held, int people) {
    double[] terms = new double[BACKGROUND.length];
    for (int i = 0; i < terms.length; i++) {
      double background = BACKGROUND[i] * anybody;
      double listed = (1 - BACKGROUND[i]) / Math.max(1, people) + background;
      terms[i] =
          held * Math.log(listed)
              + (matched - held) * Math.log(background)
              - Math.log(terms.length);
    }
    return logSum(terms);
  }

  /** The log likelihood of the rows when somebody has them without us. */
  double logOutside() {
    return matched * Math.log(anybody);
  }

  static double logSum(double[] terms) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      greatest = Math.max(greatest, term);
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - greatest);
    }
    return greatest + Math.log(sum);
  }
}
