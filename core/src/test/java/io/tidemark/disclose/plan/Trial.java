package io.tidemark.disclose.plan;

import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.LikelihoodRatio;
import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.LeakCondition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random rows of a list leak, and the whole likelihood ratio says whether its recipient is named.
 */
record Trial(List<List<MarkedCell>> rows, LeakCondition condition, double wanted) {
  private record Place(Position position, int lane) {
    static Place of(MarkedCell cell) {
      return new Place(cell.position(), cell.carrier().lane());
    }
  }

  private record Part(FieldClass field, int lane) {}

  /** In what part of the leaks of so many rows the recipient is named. */
  double named(int k, int leaks) {
    long named = IntStream.range(0, leaks).filter(leak -> named(k, 77_000L * k + leak)).count();
    return (double) named / leaks;
  }

  private boolean named(int k, long seed) {
    Random random = new Random(seed);
    Map<Place, Integer> symbols = new HashMap<>();
    rows.forEach(
        row ->
            row.forEach(
                cell ->
                    symbols.computeIfAbsent(
                        Place.of(cell), p -> cell.biases().spelling(random.nextInt(1 << 16)))));
    LikelihoodRatio.Symbols recipient =
        (position, carrier, biases) -> symbols.getOrDefault(new Place(position, carrier.lane()), 0);
    return new LikelihoodRatio(leak(k, symbols, random)).logOf(row -> true, recipient) >= wanted;
  }

  /** The smallest number of rows that names with probability 0.99, or more than there are rows. */
  int needed(int guess, int leaks) {
    int k = guess;
    while (k > 1 && named(k - 1, leaks) >= 0.99) {
      k--;
    }
    while (k <= rows.size() && named(k, leaks) < 0.99) {
      k++;
    }
    return k;
  }

  private Leak leak(int k, Map<Place, Integer> symbols, Random random) {
    List<List<MarkedCell>> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    Map<Part, Integer> habit = new HashMap<>();
    List<List<Leak.Cell>> leaked = new ArrayList<>();
    for (List<MarkedCell> row : shuffled.subList(0, k)) {
      boolean address = random.nextDouble() < 0.2;
      boolean model = random.nextDouble() < 0.2;
      List<Leak.Cell> cells = new ArrayList<>();
      for (MarkedCell cell : row) {
        Carrier carrier = cell.carrier();
        int typed =
            habit.computeIfAbsent(
                new Part(carrier.field(), carrier.lane()),
                part -> random.nextInt(carrier.spellings()));
        boolean again =
            (address && carrier.field() == FieldClass.ADDRESS)
                || (model && carrier.field() == FieldClass.MODEL);
        int symbol = symbols.getOrDefault(Place.of(cell), 0);
        cells.add(
            new Leak.Cell(
                cell.position(),
                carrier,
                shown(carrier, symbol, again ? typed : symbol),
                cell.biases()));
      }
      leaked.add(cells);
    }
    return Leak.of(leaked);
  }

  private Shown shown(Carrier carrier, int symbol, int typed) {
    return switch (condition) {
      case AS_RELEASED -> new Shown(1 << symbol);
      case CLEANED -> carrier.whenCleaned(symbol);
      case RETYPED -> carrier.whenCleaned(typed);
      case STANDARDISED -> Shown.UNREAD;
    };
  }
}
