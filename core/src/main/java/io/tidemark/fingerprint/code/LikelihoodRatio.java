package io.tidemark.fingerprint.code;

import static io.tidemark.fingerprint.code.Mixture.COLLUDERS;
import static io.tidemark.fingerprint.code.Mixture.COLLUDERS_WEIGHT;
import static io.tidemark.fingerprint.code.Mixture.FAITHFUL;
import static io.tidemark.fingerprint.code.Mixture.REWRITTEN_CELLS;
import static io.tidemark.fingerprint.code.Mixture.REWRITTEN_ROWS;
import static io.tidemark.fingerprint.code.Mixture.REWRITTEN_VALUES;
import static io.tidemark.fingerprint.code.Mixture.ROWS;

import io.tidemark.fingerprint.spelling.Carrier;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The factor E by which the leaked spellings speak for one candidate: a fixed mixture of leak
 * models (one leaker with noise by cell, by value or by row, noise estimated from the leak, two to
 * twelve colluders). Each part's mean over an innocent's symbols is exactly 1 at every position, so
 * {@code P(E >= N / alpha) <= alpha / N} by Markov's inequality, for any attack. Parts, weights and
 * estimation are those of {@code docs/tracing.md}.
 *
 * <p>Built once for a leak, then used for every candidate; immutable and thread-safe. Logarithms
 * are {@link StrictMath}'s, so that every machine computes the same bits.
 */
public final class LikelihoodRatio {
  private static final int CELL_PARTS = FAITHFUL.size() + 1 + COLLUDERS.size();
  private static final int ROW_PARTS = RowFactors.PARTS;

  private final List<List<Leak.Cell>> rows;
  private final RowPlaces[] places;
  private final double[][][] cellLogs;
  private final RowFactors[] rowFactors;

  /** Estimates the leak's channel and prepares every factor. */
  public LikelihoodRatio(Leak leak) {
    rows = leak.rows().stream().map(row -> row.stream().filter(Leak.Cell::tells).toList()).toList();
    List<List<RowFactors.Value>> values = rows.stream().map(RowFactors.Value::of).toList();
    Noise noise =
        new Noise(
            rows, values.stream().flatMap(List::stream).map(RowFactors.Value::cells).toList());
    Collusion[] collusions = new Collusion[COLLUDERS.size()];
    for (int i = 0; i < collusions.length; i++) {
      collusions[i] = new Collusion(COLLUDERS.get(i), leak);
    }
    places = rows.stream().map(RowPlaces::of).toArray(RowPlaces[]::new);
    cellLogs = new double[rows.size()][][];
    rowFactors = new RowFactors[rows.size()];
    int value = 0;
    for (int r = 0; r < rows.size(); r++) {
      List<Leak.Cell> row = rows.get(r);
      cellLogs[r] = new double[2 * row.size()][];
      for (int i = 0; i < row.size(); i++) {
        cellLogs[r][2 * i] = cellLogs(row.get(i), false, noise, collusions);
        cellLogs[r][2 * i + 1] = cellLogs(row.get(i), true, noise, collusions);
      }
      double[] rewritten = new double[values.get(r).size()];
      for (int v = 0; v < rewritten.length; v++) {
        rewritten[v] = noise.ofValue(value++);
      }
      rowFactors[r] = new RowFactors(row, noise.ofRow(r), values.get(r), rewritten);
    }
  }

  private static double[] cellLogs(
      Leak.Cell cell, boolean match, Noise noise, Collusion[] collusions) {
    double ratio = match ? 1 / cell.p() : 0;
    double[] logs = new double[CELL_PARTS];
    int part = 0;
    for (Mixture.Faithful leaker : FAITHFUL) {
      logs[part++] = StrictMath.log(1 - leaker.trust() + leaker.trust() * ratio);
    }
    double rewritten = noise.ofCell(cell);
    logs[part++] = StrictMath.log(rewritten + (1 - rewritten) * (0.01 + 0.99 * ratio));
    for (Collusion collusion : collusions) {
      logs[part++] = StrictMath.log(match ? collusion.match(cell) : collusion.mismatch(cell));
    }
    return logs;
  }

  /** Whether a candidate holds the people of a leaked row. */
  public interface Holds {
    /** True when the candidate was given the people of this row; rows count from 0. */
    boolean row(int row);
  }

  /** Which spelling a candidate was given. */
  public interface Symbols {
    /** The candidate's spelling at this position. */
    int at(Position position, Carrier carrier, Biases biases);
  }

  /**
   * The natural logarithm of E for one candidate, rounded down by a margin above the error of the
   * arithmetic.
   */
  public double logOf(Holds holds, Symbols symbols) {
    return logOf(holds, row -> matches(rows.get(row), symbols));
  }

  /** The same for the holder of this key: only what it holds is drawn, all in one call. */
  public double logOf(Holds holds, RecipientKey key) {
    int size = 0;
    for (int r = 0; r < rows.size(); r++) {
      size += holds.row(r) ? places[r].packed().length : 0;
    }
    ByteBuffer packed = ByteBuffer.allocate(size);
    for (int r = 0; r < rows.size(); r++) {
      if (holds.row(r)) {
        packed.put(places[r].packed());
      }
    }
    RecipientKey.Draw[] draws = key.drawAll(packed.array());
    int[] drawn = {0};
    return logOf(
        holds,
        row -> {
          int matches = 0;
          for (int i = 0; i < rows.get(row).size(); i++) {
            Leak.Cell cell = rows.get(row).get(i);
            RecipientKey.Draw draw = draws[drawn[0] + places[row].of(i)];
            matches |= cell.shown().admits(draw.symbol(cell.carrier(), cell.biases())) ? 1 << i : 0;
          }
          drawn[0] += places[row].count();
          return matches;
        });
  }

  /** Which cells of a row match, as a set of bits; asked once for each held row, in order. */
  private interface RowMatches {
    int of(int row);
  }

  private double logOf(Holds holds, RowMatches of) {
    double[] byCell = new double[CELL_PARTS];
    double[] byRow = new double[ROW_PARTS];
    long cells = 0;
    for (int r = 0; r < rows.size(); r++) {
      if (!rows.get(r).isEmpty() && holds.row(r)) {
        cells += rows.get(r).size();
        int matches = of.of(r);
        rowFactors[r].add(matches, byRow);
        for (int i = 0; i < rows.get(r).size(); i++) {
          add(cellLogs[r][2 * i + ((matches >> i) & 1)], byCell);
        }
      }
    }
    return mixed(byCell, byRow) - margin(cells);
  }

  /**
   * More than adding so many logarithms, none beyond 12 in size, can err: each addition errs by
   * half a unit in the last place of the sum (Higham 2002, section 4.2).
   */
  private static double margin(long cells) {
    return 1e-9 + 2e-15 * cells * cells;
  }

  /** The telling cells of each row. */
  List<List<Leak.Cell>> telling() {
    return rows;
  }

  /** How likely a cell matches once an innocent's symbol is drawn by chance times one part. */
  double tilted(int row, int cell, int part) {
    return rows.get(row).get(cell).p() * StrictMath.exp(cellLogs[row][2 * cell + 1][part]);
  }

  /** The factors of the parts that take this row, or its values, whole. */
  RowFactors wholes(int row) {
    return rowFactors[row];
  }

  private static int matches(List<Leak.Cell> row, Symbols symbols) {
    int matches = 0;
    for (int i = 0; i < row.size(); i++) {
      Leak.Cell cell = row.get(i);
      if (cell.shown().admits(symbols.at(cell.position(), cell.carrier(), cell.biases()))) {
        matches |= 1 << i;
      }
    }
    return matches;
  }

  private static void add(double[] logs, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += logs[i];
    }
  }

  private static double mixed(double[] byCell, double[] byRow) {
    double[] terms = new double[CELL_PARTS + ROW_PARTS];
    for (int i = 0; i < FAITHFUL.size(); i++) {
      terms[i] = StrictMath.log(FAITHFUL.get(i).weight()) + byCell[i];
    }
    terms[FAITHFUL.size()] = StrictMath.log(REWRITTEN_CELLS) + byCell[FAITHFUL.size()];
    for (int i = FAITHFUL.size() + 1; i < CELL_PARTS; i++) {
      terms[i] = StrictMath.log(COLLUDERS_WEIGHT) + byCell[i];
    }
    for (int i = 0; i < ROWS.size(); i++) {
      terms[CELL_PARTS + i] = StrictMath.log(ROWS.get(i).weight()) + byRow[i];
    }
    terms[CELL_PARTS + ROWS.size()] = StrictMath.log(REWRITTEN_ROWS) + byRow[ROWS.size()];
    terms[CELL_PARTS + ROWS.size() + 1] = StrictMath.log(REWRITTEN_VALUES) + byRow[ROWS.size() + 1];
    return logSum(terms);
  }

  private static double logSum(double[] terms) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      greatest = Math.max(greatest, term);
    }
    double sum = 0;
    for (double term : terms) {
      sum += StrictMath.exp(term - greatest);
    }
    return greatest + StrictMath.log(sum);
  }
}
