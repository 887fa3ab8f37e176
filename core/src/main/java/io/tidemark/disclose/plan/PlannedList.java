package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.code.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A list to be released: its rows, or a fair sample of them, and honey customers in proportion.
 * Places (a carrier at a position) are numbered, for each counts once. Immutable by use.
 */
final class PlannedList {
  /** A marked cell with the number of its place. */
  record Placed(MarkedCell cell, int place) {}

  private record Place(Position position, int lane) {}

  private final List<List<Placed>> rows;
  private final Map<Place, Integer> places = new HashMap<>();
  private final int customers;
  private final int[] order;

  /**
   * A list.
   *
   * @param rows the list's rows, or a fair sample
   * @param size how many real people's rows the list has
   * @param customers how many honey customers stand among them
   */
  PlannedList(List<List<MarkedCell>> rows, int size, int customers) {
    this.rows = rows.stream().map(row -> row.stream().map(this::placed).toList()).toList();
    this.customers = customers;
    long sampled = Math.round((double) customers * rows.size() / Math.max(1, size));
    this.order = shuffled(rows.size() + (customers == 0 ? 0 : (int) Math.max(1, sampled)));
  }

  private Placed placed(MarkedCell cell) {
    Place place = new Place(cell.position(), cell.carrier().lane());
    return new Placed(cell, places.computeIfAbsent(place, p -> places.size()));
  }

  /** How many rows can leak. */
  int pool() {
    return order.length;
  }

  /** How many honey customers the recipient is given. */
  int customers() {
    return customers;
  }

  /** Fisher and Yates' shuffle: neighbours in a list are alike, and honey customers come last. */
  private static int[] shuffled(int count) {
    int[] order = IntStream.range(0, count).toArray();
    SplittableRandom random = new SplittableRandom(count);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[other];
      order[other] = row;
    }
    return order;
  }

  /** Whether this row of the shuffled pool is a honey customer. */
  boolean honey(int row) {
    return order[row] >= rows.size();
  }

  /** The marked cells of a row of the pool; none of a honey customer, whose contents are new. */
  List<Placed> row(int row) {
    return honey(row) ? List.of() : rows.get(order[row]);
  }

  /** All marked cells. */
  List<MarkedCell> cells() {
    return rows.stream().flatMap(List::stream).map(Placed::cell).toList();
  }
}
