package io.tidemark.fingerprint.code;

import static io.tidemark.fingerprint.code.Mixture.ROWS;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The factors of one leaked row for those parts of the mixture that take rows or values whole. The
 * product over the row's cells is formed anew for each candidate, so that memory grows with the
 * cells and not with the combinations of their matches. Immutable.
 */
final class RowFactors {
  /** The rows' parts, the row noise, the value noise. */
  static final int PARTS = ROWS.size() + 2;

  private static final int FEW_CELLS = 4;
  private static final double MISS = 0.02;

  private final double[] hit;
  private final double rewritten;
  private final List<Value> values;
  private final double[] valueRewritten;
  private final double[][] fewCells;

  /**
   * The factors of a row.
   *
   * @param row its telling cells
   * @param rewritten the chance that all of it was rewritten
   * @param values its values
   * @param valueRewritten the chance of each that all of it was rewritten
   */
  RowFactors(List<Leak.Cell> row, double rewritten, List<Value> values, double[] valueRewritten) {
    this.hit = row.stream().mapToDouble(cell -> MISS + 0.98 * (1 / cell.p())).toArray();
    this.rewritten = rewritten;
    this.values = values;
    this.valueRewritten = valueRewritten;
    this.fewCells = new double[values.size()][];
    for (int v = 0; v < fewCells.length; v++) {
      int cells = values.get(v).cells().size();
      fewCells[v] = new double[cells <= FEW_CELLS ? 1 << cells : 0];
      for (int of = 0; of < fewCells[v].length; of++) {
        fewCells[v][of] = StrictMath.log(values.get(v).factor(of, valueRewritten[v]));
      }
    }
  }

  /** Adds the logarithms of the factors of a candidate that matches in these cells. */
  void add(int matches, double[] sums) {
    double product = 1;
    for (int i = 0; i < hit.length; i++) {
      product *= (matches & (1 << i)) != 0 ? hit[i] : MISS;
    }
    for (int i = 0; i < ROWS.size(); i++) {
      double foreign = ROWS.get(i).noise();
      sums[i] += StrictMath.log(foreign + (1 - foreign) * product);
    }
    sums[ROWS.size()] += StrictMath.log(rewritten + (1 - rewritten) * product);
    sums[ROWS.size() + 1] += valuesLog(matches);
  }

  /**
   * The matches of an innocent's row, drawn by their chance times the factor of one part; bit i is
   * cell i.
   */
  int drawn(int part, RandomGenerator random) {
    if (part == ROWS.size() + 1) {
      return drawnByValue(random);
    }
    double noise = part < ROWS.size() ? ROWS.get(part).noise() : rewritten;
    boolean foreign = random.nextDouble() < noise;
    int matches = 0;
    for (int i = 0; i < hit.length; i++) {
      double chance = (1 - MISS) / (hit[i] - MISS);
      matches |= random.nextDouble() < (foreign ? chance : chance * hit[i]) ? 1 << i : 0;
    }
    return matches;
  }

  private int drawnByValue(RandomGenerator random) {
    int matches = 0;
    for (int v = 0; v < values.size(); v++) {
      Value value = values.get(v);
      boolean rewritten = random.nextDouble() < valueRewritten[v];
      for (int i = 0; i < value.cells().size(); i++) {
        double chance = value.cells().get(i).p();
        boolean match = random.nextDouble() < (rewritten ? chance : 0.01 * chance + 0.99);
        matches |= match ? 1 << value.places().get(i) : 0;
      }
    }
    return matches;
  }

  private double valuesLog(int matches) {
    double log = 0;
    for (int v = 0; v < fewCells.length; v++) {
      Value value = values.get(v);
      int of = value.matches(matches);
      log +=
          fewCells[v].length > 0
              ? fewCells[v][of]
              : StrictMath.log(value.factor(of, valueRewritten[v]));
    }
    return log;
  }

  /** The cells of one value of a row, and where they stand in it. */
  record Value(List<Leak.Cell> cells, List<Integer> places) {
    /** The values of a row, in the order of their first cells. */
    static List<Value> of(List<Leak.Cell> row) {
      List<Value> values = new ArrayList<>(4);
      for (int i = 0; i < row.size(); i++) {
        Position position = row.get(i).position();
        if (row.subList(0, i).stream().noneMatch(cell -> cell.position().equals(position))) {
          values.add(at(position, row));
        }
      }
      return values;
    }

    private static Value at(Position position, List<Leak.Cell> row) {
      List<Leak.Cell> cells = new ArrayList<>(4);
      List<Integer> places = new ArrayList<>(4);
      for (int i = 0; i < row.size(); i++) {
        if (row.get(i).position().equals(position)) {
          cells.add(row.get(i));
          places.add(i);
        }
      }
      return new Value(cells, places);
    }

    /** Those of the row's matches that are this value's: bit i is its cell i. */
    int matches(int ofRow) {
      int matches = 0;
      for (int i = 0; i < places.size(); i++) {
        matches |= ((ofRow >> places.get(i)) & 1) << i;
      }
      return matches;
    }

    /** The factor of the value when all of it was rewritten with this chance, or nothing. */
    double factor(int matches, double rewritten) {
      double product = 1;
      for (int i = 0; i < cells.size(); i++) {
        double ratio = (matches & (1 << i)) != 0 ? 1 / cells.get(i).p() : 0;
        product *= 0.01 + 0.99 * ratio;
      }
      return rewritten + (1 - rewritten) * product;
    }
  }
}
