package io.tidemark.chainsim.leak;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Attacks by one leaker who compares a copy with itself, after Ji, Yilmaz, Ayday and Li, "The Curse
 * of Correlations for Robust Fingerprinting of Relational Databases" (RAID 2021): marks that chance
 * drew break the correlations between columns and between rows, and where they break them they can
 * be suspected and set right. Here a copy's own statistics stand for the public ones of the
 * article, and a style of writing stands for its attribute values. No key is needed; what cells
 * mean stays.
 */
public final class Correlation {
  private Correlation() {}

  /**
   * Cells in the style that is likeliest given another column ({@code 川A} writes {@code 成都市…}).
   *
   * @param spelled whose cells change
   * @param given whose cells decide what is likely
   * @param rate share of the suspicious cells that change, the most suspicious first; 0 to 1
   */
  public record ByColumn(Column spelled, Column given, double rate, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      List<Trait> traits =
          Stream.of(Trait.values()).filter(trait -> trait.column() == spelled).toList();
      return corrected(released, traits, Context.of(released, given), rate, new Random(seed));
    }
  }

  /**
   * Cells in the style of most rows of the same group.
   *
   * @param rate share of the suspicious cells that change, the most suspicious first; 0 to 1
   */
  public record ByRow(Neighbours neighbours, double rate, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      return corrected(
          released, List.of(Trait.values()), neighbours.groups(released), rate, new Random(seed));
    }
  }

  /**
   * Every kind of neighbours, then every pair of columns, as the article's integrated attack.
   *
   * @param rate share of the suspicious cells that change at each step; 0 to 1
   */
  public record Integrated(double rate, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      LeakedTable leak = released;
      for (Neighbours neighbours : Neighbours.values()) {
        leak = new ByRow(neighbours, rate, seed).on(leak);
      }
      for (Column spelled : Column.values()) {
        for (Column given : Column.values()) {
          boolean pair =
              spelled != given && spelled.in(leak).isPresent() && given.in(leak).isPresent();
          leak = pair ? new ByColumn(spelled, given, rate, seed).on(leak) : leak;
        }
      }
      return leak;
    }
  }

  private static LeakedTable corrected(
      LeakedTable released, List<Trait> traits, List<String> contexts, double rate, Random random) {
    LeakedTable leak = released;
    for (Trait trait : traits) {
      leak = Suspects.of(leak, trait, contexts).corrected(leak, rate, random);
    }
    return leak;
  }
}
