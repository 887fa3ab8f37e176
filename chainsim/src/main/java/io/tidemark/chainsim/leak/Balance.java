package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Keeps each colluder's agreement with the leak at chance. Colluders do not know how spellings were
 * drawn; they take each of those that they see at a cell for equally likely, and choose the one
 * after which the squared surpluses of all of them are smallest. One instance makes one leak.
 */
final class Balance implements Collusion.Choice {
  private final double[] surplus;
  private final Random random;

  Balance(int colluders, Random random) {
    this.surplus = new double[colluders];
    this.random = random;
  }

  @Override
  public String of(List<String> cell, int row, int column) {
    List<String> seen = new ArrayList<>(Collusion.counts(cell).keySet());
    if (seen.size() == 1) {
      return seen.get(0);
    }
    Collections.shuffle(seen, random);
    String best = seen.get(0);
    for (String value : seen) {
      if (unbalance(cell, value, seen.size()) < unbalance(cell, best, seen.size())) {
        best = value;
      }
    }
    for (int j = 0; j < surplus.length; j++) {
      surplus[j] = after(j, cell, best, seen.size());
    }
    return best;
  }

  private double unbalance(List<String> cell, String shown, int spellings) {
    double sum = 0;
    for (int j = 0; j < surplus.length; j++) {
      double then = after(j, cell, shown, spellings);
      sum += then * then;
    }
    return sum;
  }

  private double after(int colluder, List<String> cell, String shown, int spellings) {
    double agrees = cell.get(colluder).equals(shown) ? 1 : 0;
    return surplus[colluder] + agrees - 1.0 / spellings;
  }
}
