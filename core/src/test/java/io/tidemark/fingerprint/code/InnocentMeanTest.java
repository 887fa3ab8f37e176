package io.tidemark.fingerprint.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * The bound rests on this: over an innocent's symbols the mean of E is 1, whatever was leaked.
 * Every combination of symbols is tried, each with its exact probability.
 */
final class InnocentMeanTest {
  private static final double MARGIN = 1e-9; // by which E is rounded down

  @Property(tries = 150)
  void theMeanIsOneForAnyLeak(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Leak leak = anyLeak(random);
    boolean[] held = new boolean[leak.rows().size()];
    for (int row = 0; row < held.length; row++) {
      held[row] = random.nextInt(5) > 0;
    }
    assertThat(Math.abs(mean(leak, row -> held[row]) * Math.exp(MARGIN) - 1)).isLessThan(1e-9);
    assertThat(mean(leak, row -> held[row])).isLessThanOrEqualTo(1);
  }

  @Test
  void theMeanIsOneForWhatColludersShow() {
    for (Played.Mixing mixing : Played.Mixing.values()) {
      for (int seed = 0; seed < 6; seed++) {
        Played list = new Played(seed, 2, Played.PRODUCT);
        List<LikelihoodRatio.Symbols> colluders =
            List.of(Played.recipient(1), Played.recipient(2), Played.recipient(3));
        assertThat(Math.abs(mean(list.mixed(colluders, mixing), row -> true) - 1))
            .as("%s", mixing)
            .isLessThan(2e-9);
      }
    }
  }

  @Test
  void theMeanIsOneForTheOriginalText() {
    for (int seed = 0; seed < 10; seed++) {
      Leak leak = new Played(seed, 2, Played.PRODUCT).original();
      assertThat(Math.abs(mean(leak, row -> true) - 1)).isLessThan(2e-9);
    }
  }

  @Test
  void rowsThatTheCandidateDoesNotHoldSayNothing() {
    Leak leak = new Played(3, 4, Played.PRODUCT).asReleased(Played.recipient(1));
    assertThat(new LikelihoodRatio(leak).logOf(row -> false, Played.recipient(1)))
        .isBetween(-2e-9, 0.0);
  }

  @Test
  void aRepeatedPositionCountsOnceWhereItIsRead() {
    Played list = new Played(5, 6, Played.PRODUCT);
    List<List<Leak.Cell>> once = list.asReleased(Played.recipient(9)).rows();
    List<List<Leak.Cell>> twice = new ArrayList<>(once);
    twice.addAll(once);
    List<List<Leak.Cell>> blankFirst = new ArrayList<>();
    once.forEach(row -> blankFirst.add(row.stream().map(InnocentMeanTest::unread).toList()));
    blankFirst.addAll(once);
    double expected = new LikelihoodRatio(Leak.of(once)).logOf(row -> true, Played.recipient(9));
    for (List<List<Leak.Cell>> rows : List.of(twice, blankFirst)) {
      Leak leak = Leak.of(rows);
      assertThat(leak.telling()).isEqualTo(Leak.of(once).telling());
      assertThat(new LikelihoodRatio(leak).logOf(row -> true, Played.recipient(9)))
          .isEqualTo(expected);
    }
  }

  private static Leak.Cell unread(Leak.Cell cell) {
    return new Leak.Cell(cell.position(), cell.carrier(), Shown.UNREAD, cell.biases());
  }

  /** Few cells: read, unread, cleaned, of impossible masks, at positions that repeat. */
  private static Leak anyLeak(SplittableRandom random) {
    List<List<Leak.Cell>> rows = new ArrayList<>();
    List<Position> positions = List.of(Played.position(random), Played.position(random));
    Map<String, Biases> biases = new HashMap<>();
    Carrier[][] kinds = {
      {Carrier.PROVINCE, Carrier.REMARK_NUMBER},
      {Carrier.MUNICIPALITY},
      {Carrier.MODEL_YEAR},
      {Carrier.PROVINCE, Carrier.UNIT},
      {Carrier.REMARK_STOP, Carrier.REMARK_NUMBER}
    };
    int wide = 0;
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      Carrier[] carriers = kinds[random.nextInt(kinds.length)];
      wide += carriers[carriers.length - 1] == Carrier.UNIT ? 1 : 0;
      List<Leak.Cell> row = new ArrayList<>();
      for (Carrier carrier : wide > 1 ? kinds[0] : carriers) {
        Position position =
            random.nextInt(3) > 0 ? Played.position(random) : positions.get(random.nextInt(2));
        Biases drawn =
            biases.computeIfAbsent(
                position + " " + carrier.lane() + " " + carrier.spellings(),
                name -> Biases.draw(new Seed(Played.bytes(random)), carrier));
        row.add(new Leak.Cell(position, carrier, shown(random, carrier), drawn));
      }
      rows.add(row);
    }
    return Leak.of(rows);
  }

  private static Shown shown(SplittableRandom random, Carrier carrier) {
    int s = random.nextInt(carrier.spellings());
    return switch (random.nextInt(6)) {
      case 0 -> Shown.UNREAD;
      case 1 -> carrier.whenCleaned(s);
      case 2 -> new Shown(random.nextInt(1 << carrier.spellings()));
      default -> new Shown(1 << s);
    };
  }

  /** The sum of E over all symbols that an innocent can have, each weighted by its probability. */
  private static double mean(Leak leak, LikelihoodRatio.Holds holds) {
    List<Leak.Cell> cells =
        leak.rows().stream().flatMap(List::stream).filter(Leak.Cell::tells).toList();
    LikelihoodRatio ratio = new LikelihoodRatio(leak);
    int[] symbols = new int[cells.size()];
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      places.put(cells.get(i).position() + " " + cells.get(i).carrier().lane(), i);
    }
    double mean = 0;
    while (true) {
      double chance = 1;
      for (int i = 0; i < symbols.length; i++) {
        chance *= cells.get(i).biases().probability(1 << symbols[i]);
      }
      mean +=
          chance
              * Math.exp(
                  ratio.logOf(
                      holds,
                      (position, carrier, biases) ->
                          symbols[places.getOrDefault(position + " " + carrier.lane(), 0)]));
      int next = 0;
      while (next < symbols.length && ++symbols[next] == cells.get(next).carrier().spellings()) {
        symbols[next++] = 0;
      }
      if (next == symbols.length) {
        return mean;
      }
    }
  }
}
