package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Carrier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How c colluders would have mixed their copies, estimated from the leak and the biases alone:
 * theta_k, the chance that a spelling is shown when k of the c hold it, for each carrier and
 * spelling (expectation maximisation over all leaked positions of the carrier, unread ones among
 * them). A wrong estimate costs power only, never the bound.
 */
final class Collusion {
  private static final int ROUNDS = 60;
  private static final int BINS = 45;

  private final int size;
  private final Map<Carrier, Map<Integer, double[]>> theta = new EnumMap<>(Carrier.class);

  Collusion(int size, Leak leak) {
    this.size = size;
    Map<Carrier, List<Leak.Cell>> byCarrier = new EnumMap<>(Carrier.class);
    leak.rows()
        .forEach(
            row ->
                row.forEach(
                    cell ->
                        byCarrier
                            .computeIfAbsent(cell.carrier(), c -> new ArrayList<>())
                            .add(cell)));
    byCarrier.forEach(
        (carrier, cells) -> {
          Map<Integer, double[]> ofCarrier = new TreeMap<>();
          cells.stream()
              .filter(Leak.Cell::tells)
              .map(cell -> cell.shown().mask())
              .distinct()
              .forEach(mask -> ofCarrier.put(mask, estimate(mask, cells)));
          theta.put(carrier, ofCarrier);
        });
  }

  /** The factor by which the cell speaks for a candidate that holds the shown spelling. */
  double match(Leak.Cell cell) {
    return factors(cell)[0];
  }

  /** The factor for a candidate that holds another spelling. */
  double mismatch(Leak.Cell cell) {
    return factors(cell)[1];
  }

  private double[] factors(Leak.Cell cell) {
    double[] shown = theta.getOrDefault(cell.carrier(), Map.of()).get(cell.shown().mask());
    if (shown == null) {
      throw new IllegalArgumentException("the cell is not of this leak");
    }
    double p = cell.p();
    double[] others = binomial(size - 1, p);
    double held = 0;
    double notHeld = 0;
    for (int k = 0; k < size; k++) {
      held += others[k] * shown[k + 1];
      notHeld += others[k] * shown[k];
    }
    double mean = p * held + (1 - p) * notHeld;
    return new double[] {held / mean, notHeld / mean};
  }

  private double[] estimate(int mask, List<Leak.Cell> cells) {
    double[] seen = new double[BINS];
    double[] other = new double[BINS];
    for (Leak.Cell cell : cells) {
      int bin = Math.min(BINS - 1, (int) (cell.biases().probability(mask) * BINS));
      (cell.shown().mask() == mask ? seen : other)[bin]++;
    }
    double[][] chance = new double[BINS][];
    for (int bin = 0; bin < BINS; bin++) {
      chance[bin] = binomial(size, (bin + 0.5) / BINS);
    }
    double[] start = new double[size + 1];
    for (int k = 0; k <= size; k++) {
      start[k] = Math.max(0.02, Math.min(0.98, (double) k / size));
    }
    double[] now = start.clone();
    for (int round = 0; round < ROUNDS; round++) {
      now = improved(now, start, seen, other, chance);
    }
    return now;
  }

  private double[] improved(
      double[] now, double[] start, double[] seen, double[] other, double[][] chance) {
    double[] shown = new double[size + 1];
    double[] hidden = new double[size + 1];
    for (int bin = 0; bin < BINS; bin++) {
      double whole = 0;
      for (int k = 0; k <= size; k++) {
        whole += chance[bin][k] * now[k];
      }
      for (int k = 0; k <= size; k++) {
        shown[k] += seen[bin] * chance[bin][k] * now[k] / whole;
        hidden[k] += other[bin] * chance[bin][k] * (1 - now[k]) / (1 - whole);
      }
    }
    double[] next = new double[size + 1];
    for (int k = 0; k <= size; k++) {
      double theta = (shown[k] + 2 * start[k]) / (shown[k] + hidden[k] + 2);
      next[k] = Math.max(0.001, Math.min(0.999, theta));
    }
    return next;
  }

  /** The binomial probabilities of 0 to n successes. */
  private static double[] binomial(int n, double p) {
    double[] b = new double[n + 1];
    b[0] = 1;
    for (int trial = 1; trial <= n; trial++) {
      for (int k = trial; k >= 1; k--) {
        b[k] = b[k] * (1 - p) + b[k - 1] * p;
      }
      b[0] *= 1 - p;
    }
    return b;
  }
}
