package io.tidemark.chainsim.leak;

import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;

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

  /**
   * Cleaned, and each address and each model with a chance of a fifth written anew by one typist:
   * how many of a few rows are hit is chance, as it is when they come out of a long retyped list.
   */
  public record Retyped(long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      return new Cleaned().on(typed(released, 0.2, seed));
    }
  }

  /** Cleaned, and every address and model written anew by one typist. */
  public record Typed(long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      return new Cleaned().on(typed(released, 1, seed));
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
        leak = each(leak, column, cell -> standard.of(column, cell));
      }
      return leak;
    }
  }

  private static LeakedTable typed(LeakedTable table, double share, long seed) {
    Random random = new Random(seed);
    Typist typist = Typist.drawn(random);
    LeakedTable once = each(table, Column.ADDRESS, sometimes(share, random, typist::address));
    return each(once, Column.MODEL, sometimes(share, random, typist::model));
  }

  private static UnaryOperator<String> sometimes(
      double share, Random random, UnaryOperator<String> habit) {
    return cell -> random.nextDouble() < share ? habit.apply(cell) : cell;
  }

  private static LeakedTable each(LeakedTable table, Column column, UnaryOperator<String> change) {
    OptionalInt place = column.in(table);
    return place.isEmpty() ? table : table.eachCellOf(place.getAsInt(), change);
  }
}
