package io.tidemark.chainsim.leak;

import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Attacks that choose and mix rows. */
public final class Selection {
  private Selection() {}

  /** The rows in another order. */
  public record Shuffle(long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      return released.with(shuffled(released.rows(), seed));
    }
  }

  /**
   * Some rows only.
   *
   * @param rows how many; all when the table has fewer
   */
  public record Sample(int rows, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      List<List<String>> order = shuffled(released.rows(), seed);
      return released.with(List.copyOf(order.subList(0, Math.min(rows, order.size()))));
    }
  }

  /**
   * Another leaked list in the same file: its rows under these headings, blank where it lacks a
   * column, all in a drawn order. Tables without headings, or of which one has none, are refused
   * with an {@link IllegalArgumentException}: nobody can tell whose column is whose.
   */
  public record Joined(LeakedTable other, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      if (released.headings().isEmpty() || other.headings().isEmpty()) {
        throw new IllegalArgumentException("expected headings in both tables, found none in one");
      }
      List<Integer> places = released.headings().stream().map(this::place).toList();
      List<List<String>> rows = new ArrayList<>(released.rows());
      for (List<String> row : other.rows()) {
        rows.add(places.stream().map(place -> place < 0 ? "" : row.get(place)).toList());
      }
      return released.with(shuffled(rows, seed));
    }

    private int place(String heading) {
      return Column.called(heading)
          .map(column -> column.in(other).orElse(-1))
          .orElseGet(() -> other.headings().indexOf(heading));
    }
  }

  /**
   * Rows of other people mixed in, as list brokers do.
   *
   * @param strangers rows with the same columns, enough of them
   * @param share of the leak that is foreign; from 0, below 1
   */
  public record Foreign(List<List<String>> strangers, double share, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      long wanted = Math.round(released.rows().size() * share / (1 - share));
      if (wanted > strangers.size()) {
        throw new IllegalArgumentException(
            "expected " + wanted + " strangers, found " + strangers.size());
      }
      List<List<String>> rows = new ArrayList<>(released.rows());
      rows.addAll(shuffled(strangers, seed).subList(0, (int) wanted));
      return released.with(shuffled(rows, seed + 1));
    }

    /** The first {@code count} rows of another portfolio, cut to these columns. */
    public static List<List<String>> from(
        PortfolioGenerator elsewhere, List<String> headings, int count) {
      List<Integer> places = headings.stream().map(PortfolioGenerator.COLUMNS::indexOf).toList();
      return elsewhere
          .rows()
          .limit(count)
          .map(row -> places.stream().map(at -> at < 0 ? "" : row.get(at)).toList())
          .toList();
    }
  }

  private static List<List<String>> shuffled(List<List<String>> rows, long seed) {
    List<List<String>> order = new ArrayList<>(rows);
    Collections.shuffle(order, new Random(seed));
    return List.copyOf(order);
  }
}
