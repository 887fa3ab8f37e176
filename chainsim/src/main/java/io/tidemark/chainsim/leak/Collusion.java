package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How several recipients of the same rows make one leak of their copies. Rows that not every copy
 * has are left out: colluders take them for traps.
 */
public enum Collusion {
  /** Each cell from a colluder drawn for it. */
  RANDOM {
    @Override
    Choice choice(int colluders, Random random) {
      return (cell, row, column) -> cell.get(random.nextInt(colluders));
    }
  },
  /** Each cell as most have it. */
  MAJORITY {
    @Override
    Choice choice(int colluders, Random random) {
      return (cell, row, column) -> ofCount(cell, Collections.max(counts(cell).values()), random);
    }
  },
  /** Each cell as fewest have it. */
  RAREST {
    @Override
    Choice choice(int colluders, Random random) {
      return (cell, row, column) -> ofCount(cell, Collections.min(counts(cell).values()), random);
    }
  },
  /** Each cell so that every colluder agrees with the leak as often as an innocent would. */
  CHANCE_BALANCED {
    @Override
    Choice choice(int colluders, Random random) {
      return new Balance(colluders, random);
    }
  },
  /** Nothing where the copies differ. */
  BLANKS {
    @Override
    Choice choice(int colluders, Random random) {
      return (cell, row, column) -> counts(cell).size() == 1 ? cell.get(0) : "";
    }
  },
  /**
   * Of each cell only what all copies have, in its order: the letters that differ are taken out.
   */
  GAPS {
    @Override
    Choice choice(int colluders, Random random) {
      return (cell, row, column) -> cell.stream().reduce(CommonText::of).orElseThrow();
    }
  },
  /** Each row whole, from a colluder drawn for it. */
  BY_ROW {
    @Override
    Choice choice(int colluders, Random random) {
      Map<Integer, Integer> shown = new HashMap<>();
      return (cell, row, column) ->
          cell.get(shown.computeIfAbsent(row, r -> random.nextInt(colluders)));
    }
  },
  /**
   * Of the two spellings that most hold, the one that fewer of them hold: neither a trap that one
   * alone has, nor what a vote would give. Of equals any.
   */
  MINORITY_OF_TWO {
    @Override
    Choice choice(int colluders, Random random) {
      return (cell, row, column) -> {
        List<Integer> held =
            counts(cell).values().stream().sorted(Comparator.reverseOrder()).toList();
        return ofCount(cell, held.get(Math.min(1, held.size() - 1)), random);
      };
    }
  },
  /** Some rows in a row whole from one colluder, the next from the next, in turn. */
  BY_BLOCK {
    @Override
    Choice choice(int colluders, Random random) {
      int first = random.nextInt(colluders);
      return (cell, row, column) -> cell.get((first + row / ROWS_IN_A_BLOCK) % colluders);
    }
  },
  /** Each column whole, from a colluder drawn for it. */
  BY_COLUMN {
    @Override
    Choice choice(int colluders, Random random) {
      Map<Integer, Integer> shown = new HashMap<>();
      return (cell, row, column) ->
          cell.get(shown.computeIfAbsent(column, c -> random.nextInt(colluders)));
    }
  };

  static final int ROWS_IN_A_BLOCK = 20;

  /** Decides what the leak shows, given one cell as each colluder has it. */
  interface Choice {
    String of(List<String> cell, int row, int column);
  }

  abstract Choice choice(int colluders, Random random);

  private static List<String> row(List<List<String>> versions, Choice choice, int row) {
    return IntStream.range(0, versions.get(0).size())
        .mapToObj(column -> choice.of(cell(versions, column), row, column))
        .toList();
  }

  /** One cell as each has it. */
  static List<String> cell(List<List<String>> versions, int column) {
    return versions.stream().map(version -> version.get(column)).toList();
  }

  /**
   * The leak that they make.
   *
   * @param copies at least one, all with the same columns in the same order; rows in any order
   */
  public LeakedTable mixed(List<LeakedTable> copies, long seed) {
    Random random = new Random(seed);
    Choice choice = choice(copies.size(), random);
    List<List<String>> rows = new ArrayList<>();
    for (List<List<String>> versions : Alignment.of(copies)) {
      rows.add(row(versions, choice, rows.size()));
    }
    return copies.get(0).with(List.copyOf(rows));
  }

  /** How many colluders have each spelling. */
  static Map<String, Integer> counts(List<String> cell) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    cell.forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }

  private static String ofCount(List<String> cell, int count, Random random) {
    Map<String, Integer> counts = counts(cell);
    List<String> fitting =
        counts.keySet().stream().filter(value -> counts.getOrDefault(value, 0) == count).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }
}
