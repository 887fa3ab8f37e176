package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows as a leaker holds them. Immutable when its lists are.
 *
 * @param headings one for each column, or empty when the headings are gone
 * @param rows as many cells in each as there are columns
 */
public record LeakedTable(List<String> headings, List<List<String>> rows) {
  /** How many columns it has. */
  public int width() {
    return rows.isEmpty() ? headings.size() : rows.get(0).size();
  }

  /** The same headings over other rows. */
  public LeakedTable with(List<List<String>> others) {
    return new LeakedTable(headings, others);
  }

  /** These columns only, in this order; a column may be named by its place alone. */
  public LeakedTable columns(List<Integer> places) {
    List<String> kept = headings.isEmpty() ? headings : picked(headings, places);
    return new LeakedTable(kept, rows.stream().map(row -> picked(row, places)).toList());
  }

  /** Every cell rewritten. */
  public LeakedTable eachCell(UnaryOperator<String> rewrite) {
    return with(rows.stream().map(row -> row.stream().map(rewrite).toList()).toList());
  }

  /** The cells of one column rewritten. */
  public LeakedTable eachCellOf(int column, UnaryOperator<String> rewrite) {
    List<List<String>> changed = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.set(column, rewrite.apply(row.get(column)));
      changed.add(List.copyOf(cells));
    }
    return with(List.copyOf(changed));
  }

  /** The size only, never a cell. */
  @Override
  public String toString() {
    return "LeakedTable[" + width() + " columns, " + rows.size() + " rows]";
  }

  private static List<String> picked(List<String> cells, List<Integer> places) {
    return places.stream().map(cells::get).toList();
  }
}
