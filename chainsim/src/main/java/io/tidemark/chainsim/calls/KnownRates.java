package io.tidemark.chainsim.calls;

import java.util.Arrays;

/**
 * The posterior by its definition, of somebody who knows the share of background, how many lists
 * leaked, and each list as it was on the day of the leak, and who looks at people alone: neither at
 * days nor at what callers knew. Each call is of the list of size {@code s} with {@code (1 - b)/s},
 * or of anybody of the {@code M} in custody with {@code b/M}.
 *
 * @param world who holds whom
 */
public record KnownRates(CallWorld world) {
  /** The probability of each party to be a source, in their order. */
  public double[] of(Reports reports, double background) {
    return reports.sources().size() == 2
        ? two(times(reports), background)
        : one(reports, background);
  }

  /** The same for somebody who believes that one list leaked. */
  public double[] one(Reports reports, double background) {
    double[][] times = times(reports);
    double[] logs = new double[times.length];
    for (int p = 0; p < logs.length; p++) {
      for (double t : times[p]) {
        logs[p] += Math.log(background + (1 - background) * t);
      }
    }
    double whole = logSum(logs);
    return Arrays.stream(logs).map(log -> Math.exp(log - whole)).toArray();
  }

  /** By how much likelier each called person is on each party's list than in custody. */
  private double[][] times(Reports reports) {
    double[][] times = new double[world.parties().size()][reports.calls().size()];
    for (int p = 0; p < times.length; p++) {
      CallWorld.Party party = world.parties().get(p);
      double size = Math.max(1, party.heldBy(reports.leakDay()));
      for (int i = 0; i < times[p].length; i++) {
        Integer day = party.given().get(reports.calls().get(i).person());
        times[p][i] = day != null && day <= reports.leakDay() ? world.people() / size : 0;
      }
    }
    return times;
  }

  private static double[] two(double[][] times, double b) {
    int parties = times.length;
    double[][] logs = new double[parties][parties];
    for (double[] row : logs) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (int p = 0; p < parties; p++) {
      for (int q = p + 1; q < parties; q++) {
        double log = 0;
        double product = 1;
        for (int i = 0; i < times[p].length; i++) {
          product *= b + (1 - b) * (times[p][i] + times[q][i]) / 2;
          if (product > 1e200 || product < 1e-200) {
            log += Math.log(product);
            product = 1;
          }
        }
        logs[p][q] = log + Math.log(product);
      }
    }
    double whole = logSum(Arrays.stream(logs).flatMapToDouble(Arrays::stream).toArray());
    double[] of = new double[parties];
    for (int p = 0; p < parties; p++) {
      for (int q = p + 1; q < parties; q++) {
        double probability = Math.exp(logs[p][q] - whole);
        of[p] += probability;
        of[q] += probability;
      }
    }
    return of;
  }

  private static double logSum(double[] logs) {
    double greatest = Arrays.stream(logs).max().orElse(0);
    return greatest + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - greatest)).sum());
  }
}
