package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The spellings that a leak shows, row by row. Each position and carrier counts once: the first row
 * where it tells candidates apart, or else the first; a rule on the leak alone. Immutable.
 */
public final class Leak {
  /**
   * One carrier at one position of one leaked row.
   *
   * @param position the content's position
   * @param carrier which part of the value
   * @param shown the spellings that the text can be; {@link Shown#UNREAD} where nothing was read
   * @param biases the biases of the carrier at the position
   */
  public record Cell(Position position, Carrier carrier, Shown shown, Biases biases) {
    /** The probability that an innocent's symbol is among the shown spellings. */
    double p() {
      return biases.probability(shown.mask());
    }

    /** Whether these are the same places showing the same spellings. */
    public static boolean alike(List<Cell> some, List<Cell> others) {
      return some.size() == others.size()
          && IntStream.range(0, some.size()).allMatch(i -> some.get(i).isLike(others.get(i)));
    }

    private boolean isLike(Cell other) {
      return position.equals(other.position)
          && carrier == other.carrier
          && shown.equals(other.shown);
    }

    /** Whether the cell tells candidates apart. */
    boolean tells() {
      return shown.tells(carrier.spellings());
    }
  }

  private record Place(Position position, int lane) {
    static Place of(Cell cell) {
      return new Place(cell.position(), cell.carrier().lane());
    }
  }

  private final List<List<Cell>> rows;

  private Leak(List<List<Cell>> rows) {
    this.rows = rows;
  }

  /** A leak of these rows, each place counted in the one row that stands for it. */
  public static Leak of(List<List<Cell>> rows) {
    Map<Place, Cell> counted = new HashMap<>();
    for (List<Cell> row : rows) {
      for (Cell cell : row) {
        counted.merge(
            Place.of(cell), cell, (first, next) -> !first.tells() && next.tells() ? next : first);
      }
    }
    List<List<Cell>> kept = new ArrayList<>(rows.size());
    for (List<Cell> row : rows) {
      kept.add(row.stream().filter(cell -> counted.remove(Place.of(cell), cell)).toList());
    }
    return new Leak(kept);
  }

  /** The rows, each with the cells that count there. */
  public List<List<Cell>> rows() {
    return rows;
  }

  /** How many positions tell candidates apart. */
  public int telling() {
    return (int) rows.stream().flatMap(List::stream).filter(Cell::tells).count();
  }
}
