package io.tidemark.fingerprint.code;

import static io.tidemark.fingerprint.code.Mixture.COLLUDERS;
import static io.tidemark.fingerprint.code.Mixture.COLLUDERS_WEIGHT;
import static io.tidemark.fingerprint.code.Mixture.FAITHFUL;
import static io.tidemark.fingerprint.code.Mixture.REWRITTEN_CELLS;
import static io.tidemark.fingerprint.code.Mixture.REWRITTEN_ROWS;
import static io.tidemark.fingerprint.code.Mixture.REWRITTEN_VALUES;
import static io.tidemark.fingerprint.code.Mixture.ROWS;

import io.tidemark.fingerprint.spelling.Carrier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Draws innocents that score high, for measuring how rare they are. A part of the mixture is drawn
 * by its weight, then an innocent's symbols by their chance times the part's factor. Such a draw
 * with the score E is E times as frequent as among innocents, so that {@code P(E >= t)} over
 * innocents is the mean of {@code [E >= t] / E} over these draws: importance sampling (J. S.
 * Bucklew, Introduction to Rare Event Simulation, 2004, chapter 4), exact for any t. The innocent
 * is taken to hold every row.
 *
 * <p>Immutable; as thread-safe as the generators that it is given.
 */
public final class TiltedInnocent {
  private static final int CELL_PARTS = FAITHFUL.size() + 1 + COLLUDERS.size();
  private static final double[] WEIGHTS = weights();

  private final LikelihoodRatio ratio;

  /** Innocents as they are scored by this ratio. */
  public TiltedInnocent(LikelihoodRatio ratio) {
    this.ratio = ratio;
  }

  private static double[] weights() {
    DoubleStream byCell =
        DoubleStream.concat(
            FAITHFUL.stream().mapToDouble(Mixture.Faithful::weight),
            DoubleStream.concat(
                DoubleStream.of(REWRITTEN_CELLS),
                COLLUDERS.stream().mapToDouble(size -> COLLUDERS_WEIGHT)));
    DoubleStream byRow =
        DoubleStream.concat(
            ROWS.stream().mapToDouble(Mixture.Rows::weight),
            DoubleStream.of(REWRITTEN_ROWS, REWRITTEN_VALUES));
    return DoubleStream.concat(byCell, byRow).toArray();
  }

  /** The natural logarithm of E of one draw; its weight among innocents is 1/E. */
  public double logOfDraw(RandomGenerator random) {
    int part = part(random);
    Map<Place, Integer> symbols = new HashMap<>();
    List<List<Leak.Cell>> rows = ratio.telling();
    for (int row = 0; row < rows.size(); row++) {
      int matches =
          part < CELL_PARTS
              ? byCell(row, part, random)
              : ratio.wholes(row).drawn(part - CELL_PARTS, random);
      for (int i = 0; i < rows.get(row).size(); i++) {
        Leak.Cell cell = rows.get(row).get(i);
        int like = ((matches >> i) & 1) == 1 ? cell.shown().mask() : ~cell.shown().mask();
        symbols.put(
            new Place(cell.position(), cell.carrier()), Integer.numberOfTrailingZeros(like));
      }
    }
    return ratio.logOf(
        row -> true,
        (position, carrier, biases) -> symbols.getOrDefault(new Place(position, carrier), 0));
  }

  private record Place(Position position, Carrier carrier) {}

  private static int part(RandomGenerator random) {
    double left = random.nextDouble();
    int part = 0;
    while (part < WEIGHTS.length - 1 && left >= WEIGHTS[part]) {
      left -= WEIGHTS[part++];
    }
    return part;
  }

  private int byCell(int row, int part, RandomGenerator random) {
    int matches = 0;
    for (int i = 0; i < ratio.telling().get(row).size(); i++) {
      matches |= random.nextDouble() < ratio.tilted(row, i, part) ? 1 << i : 0;
    }
    return matches;
  }
}
