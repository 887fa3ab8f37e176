package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The cells of one trait whose style is not the likeliest in their context, judged by this copy
 * alone.
 */
final class Suspects {
  private final int place;
  private final List<Sighting> sightings = new ArrayList<>();
  private final Map<List<String>, Map<String, Integer>> counts = new HashMap<>();

  private record Sighting(int row, List<String> context, Styled styled) {}

  private Suspects(int place) {
    this.place = place;
  }

  /**
   * @param contexts one for each row; a row with an empty one is left out
   */
  static Suspects of(LeakedTable table, Trait trait, List<String> contexts) {
    OptionalInt place = trait.column().in(table);
    Suspects suspects = new Suspects(place.orElse(0));
    for (int row = 0; place.isPresent() && row < table.rows().size(); row++) {
      if (!contexts.get(row).isEmpty()) {
        suspects.see(row, contexts.get(row), trait, table.rows().get(row).get(suspects.place));
      }
    }
    return suspects;
  }

  private void see(int row, String context, Trait trait, String cell) {
    trait
        .read(cell)
        .ifPresent(
            styled -> {
              List<String> key = List.of(context, styled.meaning());
              sightings.add(new Sighting(row, key, styled));
              counts
                  .computeIfAbsent(key, k -> new HashMap<>())
                  .merge(styled.style(), 1, Integer::sum);
            });
  }

  /**
   * The table with suspicious cells in the likeliest style of their context, the most suspicious
   * first.
   *
   * @param rate how many of them, from 0 to 1
   */
  LeakedTable corrected(LeakedTable table, double rate, Random random) {
    List<Sighting> suspicious =
        new ArrayList<>(sightings.stream().filter(seen -> surprise(seen) > 0).toList());
    Collections.shuffle(suspicious, random);
    suspicious.sort(Comparator.comparingDouble(this::surprise).reversed());
    return rewritten(table, suspicious.subList(0, (int) Math.round(rate * suspicious.size())));
  }

  /** The table with every style rarer than {@code rarest} of its context replaced. */
  LeakedTable withoutRare(LeakedTable table, double rarest) {
    return rewritten(table, sightings.stream().filter(seen -> share(seen) < rarest).toList());
  }

  /** Adds to each row how unlikely its style is, in nats. */
  void addTo(double[] surprises) {
    sightings.forEach(seen -> surprises[seen.row()] -= Math.log(share(seen)));
  }

  private LeakedTable rewritten(LeakedTable table, List<Sighting> chosen) {
    List<List<String>> rows = new ArrayList<>(table.rows());
    for (Sighting seen : chosen) {
      List<String> cells = new ArrayList<>(rows.get(seen.row()));
      cells.set(place, seen.styled().as().apply(likeliest(seen)));
      rows.set(seen.row(), List.copyOf(cells));
    }
    return table.with(List.copyOf(rows));
  }

  private double surprise(Sighting seen) {
    return Math.log((double) count(seen, likeliest(seen)) / count(seen, seen.styled().style()));
  }

  private double share(Sighting seen) {
    int all = styles(seen).values().stream().mapToInt(Integer::intValue).sum();
    return (double) count(seen, seen.styled().style()) / all;
  }

  /** Of equally frequent ones the first in the order of text. */
  private String likeliest(Sighting seen) {
    return Collections.max(
            styles(seen).entrySet(),
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .getKey();
  }

  private int count(Sighting seen, String style) {
    return styles(seen).getOrDefault(style, 0);
  }

  private Map<String, Integer> styles(Sighting seen) {
    return counts.getOrDefault(seen.context(), Map.of());
  }
}
