package io.tidemark.fingerprint.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fingerprint.spelling.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From how many rows the source is named among 1,000, and that nobody else is. */
final class NamingPowerTest {
  private static final BiFunction<Played, LikelihoodRatio.Symbols, Leak> AS_RELEASED =
      Played::asReleased;

  private record Outcome(int named, int accused) {}

  /** Plays leaks of so many rows; each is also scored against some innocents. */
  private static Outcome play(
      int rows, int trials, BiFunction<Played, LikelihoodRatio.Symbols, Leak> leaked) {
    return play(rows, trials, leaked, Played.PRODUCT);
  }

  private static Outcome play(
      int rows,
      int trials,
      BiFunction<Played, LikelihoodRatio.Symbols, Leak> leaked,
      Carrier... carriers) {
    int named = 0;
    int accused = 0;
    for (int trial = 0; trial < trials; trial++) {
      LikelihoodRatio.Symbols source = Played.recipient(trial);
      Leak leak = leaked.apply(new Played(77_000L + trial, rows, carriers), source);
      LikelihoodRatio ratio = new LikelihoodRatio(leak);
      named += ratio.logOf(row -> true, source) >= Played.NAMED ? 1 : 0;
      for (int innocent = 0; innocent < 50; innocent++) {
        double e = ratio.logOf(row -> true, Played.recipient(-1L - 50L * trial - innocent));
        accused += e >= Played.NAMED ? 1 : 0;
      }
    }
    return new Outcome(named, accused);
  }

  @Test
  void tenRowsAsReleasedNameTheRecipientAmongAThousand() {
    Outcome outcome = play(10, 300, AS_RELEASED);
    assertThat(outcome.named()).isGreaterThanOrEqualTo(291);
    assertThat(outcome.accused()).isZero();
  }

  @Test
  void sixRowsWithFiveCarriersNameTheRecipientAmongAThousand() {
    Outcome outcome = play(6, 400, AS_RELEASED, Played.RENEWAL);
    assertThat(outcome.named()).isGreaterThanOrEqualTo(396);
    assertThat(outcome.accused()).isZero();
  }

  @Test
  void fourRowsDoNotNameAnybody() {
    assertThat(play(4, 300, AS_RELEASED).named()).isLessThan(15);
  }

  @Test
  void cleaningAsksForMoreRowsAndStillNames() {
    Outcome outcome = play(12, 300, Played::cleaned);
    assertThat(outcome.named()).isGreaterThanOrEqualTo(282);
    assertThat(outcome.accused()).isZero();
  }

  @Test
  void eighteenRetypedRowsNameTheRecipient() {
    Outcome outcome = play(18, 300, Played::retyped);
    assertThat(outcome.named()).isGreaterThanOrEqualTo(282);
    assertThat(outcome.accused()).isZero();
  }

  @Test
  void theOriginalTextAccusesNobody() {
    assertThat(play(200, 20, (list, source) -> list.original())).isEqualTo(new Outcome(0, 0));
  }

  @ParameterizedTest
  @EnumSource(Played.Mixing.class)
  void threeColludersOfAThousandRowsAreFoundAndNobodyElse(Played.Mixing mixing) {
    colluders(3, 1_000, mixing, 1, Played.PRODUCT);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(Played.Mixing.class)
  void tenColludersOfFiveThousandRowsAreFoundAndNobodyElse(Played.Mixing mixing) {
    colluders(10, 5_000, mixing, 10, Played.PRODUCT);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(Played.Mixing.class)
  void tenColludersOfFiveThousandRowsWithFiveCarriersAreFoundAndNobodyElse(Played.Mixing mixing) {
    colluders(10, 5_000, mixing, 10, Played.RENEWAL);
  }

  private static void colluders(
      int size, int rows, Played.Mixing mixing, int trials, Carrier... carriers) {
    for (int trial = 0; trial < trials; trial++) {
      List<LikelihoodRatio.Symbols> colluders = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        colluders.add(Played.recipient(100L * trial + i));
      }
      Leak leak = new Played(trial, rows, carriers).mixed(colluders, mixing);
      LikelihoodRatio ratio = new LikelihoodRatio(leak);
      assertThat(colluders)
          .anyMatch(colluder -> ratio.logOf(row -> true, colluder) >= Played.NAMED);
      for (int innocent = 0; innocent < 150; innocent++) {
        assertThat(ratio.logOf(row -> true, Played.recipient(-1L - innocent)))
            .isLessThan(Played.NAMED);
      }
    }
  }

  /** Prints the figures of the report. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "3,released,6,0",
    "3,released,8,.8",
    "3,released,10,.98",
    "3,cleaned,10,.8",
    "3,cleaned,12,.95",
    "3,retyped,18,.88",
    "5,released,4,0",
    "5,released,5,.9",
    "5,released,6,.99",
    "5,cleaned,6,.9",
    "5,retyped,10,.75"
  })
  void figures(int carriers, String condition, int rows, double atLeast) {
    int trials = 5_000;
    Outcome outcome =
        play(
            rows,
            trials,
            switch (condition) {
              case "cleaned" -> Played::cleaned;
              case "retyped" -> Played::retyped;
              default -> AS_RELEASED;
            },
            carriers == 3 ? Played.PRODUCT : Played.RENEWAL);
    System.out.printf(
        "%d carriers, %s %d rows: named %.4f, innocents accused %d of %d%n",
        carriers,
        condition,
        rows,
        (double) outcome.named() / trials,
        outcome.accused(),
        50 * trials);
    assertThat((double) outcome.named() / trials).isGreaterThanOrEqualTo(atLeast);
  }
}
