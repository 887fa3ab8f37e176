package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Carrier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of a leak was rewritten in one typist's or program's habit, estimated from the leak and
 * the biases alone (expectation maximisation): a shown spelling comes from the bias p with chance 1
 * - e, else from a habit g that is one for each carrier.
 */
final class Noise {
  private static final int CELL_ROUNDS = 12;
  private static final int GROUP_ROUNDS = 15;

  private final Map<Carrier, Habit> habits = new EnumMap<>(Carrier.class);
  private final double[] rowNoise;
  private final double[] valueNoise;

  /**
   * Estimates the noise.
   *
   * @param rows the telling cells of each row
   * @param values the telling cells of each value: one address, one model
   */
  Noise(List<List<Leak.Cell>> rows, List<List<Leak.Cell>> values) {
    Map<Carrier, List<Leak.Cell>> byCarrier = new EnumMap<>(Carrier.class);
    for (List<Leak.Cell> row : rows) {
      row.forEach(
          cell -> byCarrier.computeIfAbsent(cell.carrier(), c -> new ArrayList<>()).add(cell));
    }
    byCarrier.forEach((carrier, cells) -> habits.put(carrier, Habit.of(carrier, cells)));
    rowNoise = ofGroups(rows, 0.5);
    valueNoise = ofGroups(values, 0.2);
  }

  /** The chance that this cell shows the habit rather than a recipient's symbol. */
  double ofCell(Leak.Cell cell) {
    Habit habit = habits.get(cell.carrier());
    if (habit == null) {
      throw new IllegalArgumentException("the cell is not of this leak");
    }
    return habit.chance(cell);
  }

  /** The chance that the whole row shows the habit. */
  double ofRow(int row) {
    return rowNoise[row];
  }

  /** The chance that the whole value shows the habit. */
  double ofValue(int value) {
    return valueNoise[value];
  }

  /**
   * The same model with a group's product in the place of a cell: all of it was rewritten, or
   * nothing.
   */
  private static double[] ofGroups(List<List<Leak.Cell>> groups, double start) {
    double[] noise = new double[groups.size()];
    Map<Carrier, Habit> habits = new EnumMap<>(Carrier.class);
    double e = start;
    for (int round = 0; round < GROUP_ROUNDS; round++) {
      Map<Carrier, Map<Integer, Double>> counts = new EnumMap<>(Carrier.class);
      double sum = 0;
      int read = 0;
      for (int g = 0; g < noise.length; g++) {
        noise[g] = chance(groups.get(g), habits, e);
        sum += groups.get(g).isEmpty() ? 0 : noise[g];
        read += groups.get(g).isEmpty() ? 0 : 1;
        for (Leak.Cell cell : groups.get(g)) {
          counts
              .computeIfAbsent(cell.carrier(), c -> new TreeMap<>())
              .merge(cell.shown().mask(), noise[g], Double::sum);
        }
      }
      e = within((sum + 1) / (read + 2));
      counts.forEach((carrier, count) -> habits.put(carrier, Habit.from(carrier, 0, count)));
    }
    return noise;
  }

  private static double chance(List<Leak.Cell> group, Map<Carrier, Habit> habits, double e) {
    double byHabit = e;
    double byBias = 1 - e;
    for (Leak.Cell cell : group) {
      Habit habit = habits.get(cell.carrier());
      byHabit *= (habit == null ? Habit.uniform(cell.carrier()) : habit).g(cell.shown().mask());
      byBias *= cell.p();
    }
    return byHabit / (byHabit + byBias);
  }

  private static double within(double e) {
    return Math.max(0.005, Math.min(0.95, e));
  }

  /** The habit of one carrier: its rate e and how often it writes each spelling. */
  private record Habit(Carrier carrier, double e, Map<Integer, Double> g) {
    static Habit uniform(Carrier carrier) {
      return new Habit(carrier, 0.2, Map.of());
    }

    static Habit from(Carrier carrier, double e, Map<Integer, Double> counts) {
      double prior = 1.0 / carrier.spellings();
      double whole = counts.values().stream().mapToDouble(Double::doubleValue).sum() + 1;
      Map<Integer, Double> g = new TreeMap<>();
      counts.forEach(
          (mask, count) -> g.put(mask, (count + prior * Integer.bitCount(mask)) / whole));
      return new Habit(carrier, e, g);
    }

    static Habit of(Carrier carrier, List<Leak.Cell> cells) {
      Habit habit = uniform(carrier);
      for (int round = 0; round < CELL_ROUNDS; round++) {
        Map<Integer, Double> counts = new TreeMap<>();
        double sum = 0;
        for (Leak.Cell cell : cells) {
          double chance = habit.chance(cell);
          sum += chance;
          counts.merge(cell.shown().mask(), chance, Double::sum);
        }
        habit = from(carrier, within((sum + 1) / (cells.size() + 2)), counts);
      }
      return habit;
    }

    double g(int mask) {
      return g.getOrDefault(mask, (double) Integer.bitCount(mask) / carrier.spellings());
    }

    double chance(Leak.Cell cell) {
      double byHabit = e * g(cell.shown().mask());
      return byHabit / (byHabit + (1 - e) * cell.p());
    }
  }
}
