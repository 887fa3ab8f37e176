package io.tidemark.chainsim.leak;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Attacks by one leaker who distrusts what is rare, or whatever can be written in two ways. */
public final class Thinning {
  private Thinning() {}

  /**
   * Every rare style of a column replaced by its commonest.
   *
   * @param rarest the share of a column's cells below which a style is rare; above 1 all become one
   */
  public record Commonest(double rarest) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      LeakedTable leak = released;
      for (Trait trait : Trait.values()) {
        leak = Suspects.of(leak, trait, everywhere(leak)).withoutRare(leak, rarest);
      }
      return leak;
    }
  }

  /**
   * The rows whose styles are rarest left out, by the sum of their surprises; the others keep their
   * order.
   *
   * @param share of the rows that go; 0 to 1
   */
  public record WithoutRareRows(double share) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      double[] surprises = new double[released.rows().size()];
      for (Trait trait : Trait.values()) {
        Suspects.of(released, trait, everywhere(released)).addTo(surprises);
      }
      List<Integer> rarestFirst =
          IntStream.range(0, surprises.length)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer row) -> surprises[row]).reversed())
              .toList();
      Set<Integer> gone =
          new HashSet<>(rarestFirst.subList(0, (int) Math.round(share * surprises.length)));
      return released.with(
          IntStream.range(0, surprises.length)
              .filter(row -> !gone.contains(row))
              .mapToObj(row -> released.rows().get(row))
              .toList());
    }
  }

  /**
   * Parts that can be written in several ways left out: an address without its beginning or its
   * door, a model without its year, no remark.
   *
   * @param rate how likely each such part goes; 0 to 1
   */
  public record CarriersDropped(double rate, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      Random random = new Random(seed);
      LeakedTable leak = released;
      for (Trait trait : Trait.values()) {
        OptionalInt place = trait.column().in(released);
        if (place.isPresent()) {
          leak = leak.eachCellOf(place.getAsInt(), dropped(trait, random));
        }
      }
      return leak;
    }

    private UnaryOperator<String> dropped(Trait trait, Random random) {
      return cell ->
          random.nextDouble() < rate
              ? trait.read(cell).map(styled -> styled.as().apply("")).orElse(cell)
              : cell;
    }
  }

  private static List<String> everywhere(LeakedTable table) {
    return Collections.nCopies(table.rows().size(), "everywhere");
  }
}
