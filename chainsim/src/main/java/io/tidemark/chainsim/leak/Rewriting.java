package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Attacks on how cells are spelled; what they mean stays. */
public final class Rewriting {
  private Rewriting() {}

  /** Every cell in one width, without spaces, punctuation or symbols. */
  public record Cleaned() implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      return released.eachCell(Cleaning::cleaned);
    }
  }

  /** Cleaned, and a fifth of the addresses and of the models written anew by one typist. */
  public record Retyped(long seed) implements Attack {
    private static final int ONE_OF = 5;

    @Override
    public LeakedTable on(LeakedTable released) {
      Random random = new Random(seed);
      Typist typist = Typist.drawn(random);
      LeakedTable once = retyped(released, Column.ADDRESS, typist::address, random);
      LeakedTable twice = retyped(once, Column.MODEL, typist::model, random);
      return new Cleaned().on(twice);
    }

    private static LeakedTable retyped(
        LeakedTable table, Column column, UnaryOperator<String> habit, Random random) {
      OptionalInt place = column.in(table);
      if (place.isEmpty()) {
        return table;
      }
      List<Integer> order =
          new ArrayList<>(IntStream.range(0, table.rows().size()).boxed().toList());
      Collections.shuffle(order, random);
      List<List<String>> rows = new ArrayList<>(table.rows());
      for (int chosen : order.subList(0, order.size() / ONE_OF)) {
        List<String> cells = new ArrayList<>(rows.get(chosen));
        cells.set(place.getAsInt(), habit.apply(cells.get(place.getAsInt())));
        rows.set(chosen, List.copyOf(cells));
      }
      return table.with(List.copyOf(rows));
    }
  }

  /** Cleaned, and every address and model written anew by one typist. */
  public record Typed(long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      Typist typist = Typist.drawn(new Random(seed));
      LeakedTable once = typed(released, Column.ADDRESS, typist::address);
      return new Cleaned().on(typed(once, Column.MODEL, typist::model));
    }

    private static LeakedTable typed(
        LeakedTable table, Column column, UnaryOperator<String> habit) {
      OptionalInt place = column.in(table);
      return place.isEmpty() ? table : table.eachCellOf(place.getAsInt(), habit);
    }
  }

  /**
   * Every cell brought to one form by a program.
   *
   * @param standard whose form
   */
  public record Standardised(Standard standard) implements Attack {
    /** By the analyst's script. */
    public Standardised() {
      this(Standard.ANALYST);
    }

    @Override
    public LeakedTable on(LeakedTable released) {
      LeakedTable leak = released;
      for (Column column : Column.values()) {
        OptionalInt place = column.in(released);
        if (place.isPresent()) {
          leak = leak.eachCellOf(place.getAsInt(), cell -> standard.of(column, cell));
        }
      }
      return leak;
    }
  }
}
