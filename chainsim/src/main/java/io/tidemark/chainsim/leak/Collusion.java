package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How several recipients of the same rows make one leak of their copies. Rows that not every copy
 * has are left out: colluders take them for traps.
 */
public enum Collusion {
  /** Each cell from a colluder drawn for it. */
  RANDOM {
    @Override
    Choice choice(int colluders, Random random) {
      return cell -> cell.get(random.nextInt(colluders));
    }
  },
  /** Each cell as most have it. */
  MAJORITY {
    @Override
    Choice choice(int colluders, Random random) {
      return cell -> ofCount(cell, Collections.max(counts(cell).values()), random);
    }
  },
  /** Each cell as fewest have it. */
  RAREST {
    @Override
    Choice choice(int colluders, Random random) {
      return cell -> ofCount(cell, Collections.min(counts(cell).values()), random);
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
      return cell -> counts(cell).size() == 1 ? cell.get(0) : "";
    }
  },
  /** Each row whole, from a colluder drawn for it. */
  BY_ROW {
    @Override
    List<String> row(List<List<String>> versions, Choice choice, Random random) {
      return versions.get(random.nextInt(versions.size()));
    }

    @Override
    Choice choice(int colluders, Random random) {
      return cell -> cell.get(0);
    }
  };

  /** Decides what the leak shows, given one cell as each colluder has it. */
  interface Choice {
    String of(List<String> cell);
  }

  abstract Choice choice(int colluders, Random random);

  List<String> row(List<List<String>> versions, Choice choice, Random random) {
    List<String> row = new ArrayList<>();
    for (int column = 0; column < versions.get(0).size(); column++) {
      int place = column;
      row.add(choice.of(versions.stream().map(version -> version.get(place)).toList()));
    }
    return List.copyOf(row);
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
      rows.add(row(versions, choice, random));
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
