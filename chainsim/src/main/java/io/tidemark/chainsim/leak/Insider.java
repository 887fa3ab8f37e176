package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Colluders one of whom has the insurer's own text: where their copies differ they show it, else
 * what all of them hold. Rows that the insurer's text or a copy lacks are left out as traps.
 *
 * @param original with the same columns in the same order as every copy
 */
public record Insider(LeakedTable original) {
  /**
   * The leak that they make.
   *
   * @param copies at least one
   */
  public LeakedTable mixed(List<LeakedTable> copies) {
    List<LeakedTable> all = new ArrayList<>(copies);
    all.add(original);
    return copies
        .get(0)
        .with(Alignment.of(all).stream().map(versions -> row(versions, copies.size())).toList());
  }

  private static List<String> row(List<List<String>> versions, int colluders) {
    List<List<String>> held = versions.subList(0, colluders);
    return IntStream.range(0, held.get(0).size())
        .mapToObj(
            column ->
                Collusion.counts(Collusion.cell(held, column)).size() == 1
                    ? held.get(0).get(column)
                    : versions.get(colluders).get(column))
        .toList();
  }
}
