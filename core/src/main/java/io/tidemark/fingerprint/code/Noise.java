package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Carrier;
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
  private static final int ROW_ROUNDS = 15;

  private final Map<Carrier, Habit> habits = new EnumMap<>(Carrier.class);
  private final List<List<Leak.Cell>> rows;
  private final double[] rowNoise;

  Noise(Leak leak) {
    rows = leak.rows().stream().map(row -> row.stream().filter(Leak.Cell::tells).toList()).toList();
    Map<Carrier, List<Leak.Cell>> byCarrier = new EnumMap<>(Carrier.class);
    rows.forEach(
        row ->
            row.forEach(
                cell ->
                    byCarrier
                        .computeIfAbsent(cell.carrier(), c -> new java.util.ArrayList<>())
                        .add(cell)));
    byCarrier.forEach((carrier, cells) -> habits.put(carrier, Habit.of(carrier, cells)));
    rowNoise = estimateRows();
  }

  /** The chance that this cell shows the habit rather than a recipient's symbol. */
  double ofCell(Leak.Cell cell) {
    return habit(cell).chance(cell);
  }

  /** The chance that the whole row shows the habit. */
  double ofRow(int row) {
    return rowNoise[row];
  }

  private Habit habit(Leak.Cell cell) {
    Habit habit = habits.get(cell.carrier());
    if (habit == null) {
      throw new IllegalArgumentException("the cell is not of this leak");
    }
    return habit;
  }

  /** Habits of whole rows: the same model with a row's product in the place of a cell. */
  private double[] estimateRows() {
    double[] noise = new double[rows.size()];
    Map<Carrier, Habit> rowHabits = new EnumMap<>(Carrier.class);
    habits.forEach((carrier, habit) -> rowHabits.put(carrier, Habit.uniform(carrier)));
    double e = 0.5;
    for (int round = 0; round < ROW_ROUNDS; round++) {
      Map<Carrier, Map<Integer, Double>> counts = new EnumMap<>(Carrier.class);
      double sum = 0;
      int read = 0;
      for (int r = 0; r < rows.size(); r++) {
        double byHabit = e;
        double byBias = 1 - e;
        for (Leak.Cell cell : rows.get(r)) {
          byHabit *=
              rowHabits
                  .getOrDefault(cell.carrier(), Habit.uniform(cell.carrier()))
                  .g(cell.shown().mask());
          byBias *= cell.p();
        }
        noise[r] = byHabit / (byHabit + byBias);
        if (!rows.get(r).isEmpty()) {
          sum += noise[r];
          read++;
        }
        for (Leak.Cell cell : rows.get(r)) {
          counts
              .computeIfAbsent(cell.carrier(), c -> new TreeMap<>())
              .merge(cell.shown().mask(), noise[r], Double::sum);
        }
      }
      e = within((sum + 1) / (read + 2));
      counts.forEach((carrier, count) -> rowHabits.put(carrier, Habit.from(carrier, 0, count)));
    }
    return noise;
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
