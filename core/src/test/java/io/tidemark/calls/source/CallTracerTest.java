package io.tidemark.calls.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.trace.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class CallTracerTest {
  private static final long CUSTODY = 100_000;
  private static final long PARTIES = 100;
  private static final Set<FieldClass> ALL = Set.of(FieldClass.values());

  /** So many people who were called behind the ledger's entry 99, so many days before the end. */
  private static List<Called> called(int many, int daysLeft, Set<FieldClass> known) {
    return Collections.nCopies(many, new Called(100, OptionalInt.of(daysLeft), Optional.of(known)));
  }

  private static Hand hand(String party, int people, long entry, Set<FieldClass> shown, int... of) {
    BitSet called = new BitSet();
    for (int one : of) {
      called.set(one);
    }
    return new Hand(
        party,
        people,
        List.of(new Hand.Given(DisclosureId.random(), entry, people, called, shown)));
  }

  private static int[] first(int many) {
    return java.util.stream.IntStream.range(0, many).toArray();
  }

  private static CallAttribution trace(List<Called> called, Hand... hands) {
    return CallTracer.trace(called, List.of(hands), CUSTODY, PARTIES);
  }

  private static double posterior(CallAttribution of, String party) {
    return of.candidates().stream()
        .filter(one -> one.party().equals(party))
        .findFirst()
        .orElseThrow()
        .posterior();
  }

  @Test
  void aShortListExplainsTheCallsBetterThanALongOne() {
    CallAttribution said =
        trace(
            called(8, 20, Set.of(FieldClass.PLATE)),
            hand("registry", 95_000, 5, ALL, first(8)),
            hand("agent", 300, 5, ALL, first(8)));
    assertThat(said.verdict()).isEqualTo(Verdict.PROBABLE);
    assertThat(said.accused())
        .extracting(CallAttribution.Candidate::party)
        .containsExactly("agent");
    assertThat(said.candidates().get(0).explained()).isEqualTo(8);
    assertThat(said.candidates().get(0).disclosure()).isPresent();
    assertThat(said.needed()).isEmpty();
  }

  @Test
  void whoWasGivenThePeopleAfterTheCallIsOut() {
    CallAttribution said =
        trace(
            called(8, 20, Set.of(FieldClass.PLATE)),
            hand("late", 300, 100, ALL, first(8)),
            hand("early", 30_000, 99, ALL, first(8)));
    assertThat(posterior(said, "late")).isZero();
    assertThat(said.candidates().get(0).party()).isEqualTo("early");
    assertThat(said.candidates())
        .filteredOn(one -> one.party().equals("late"))
        .allMatch(one -> one.late() == 8 && one.explained() == 0);
  }

  @Test
  void whoNeverHadWhatTheCallerKnewIsNearlyOut() {
    CallAttribution said =
        trace(
            called(8, 20, Set.of(FieldClass.PREMIUM)),
            hand("without", 300, 5, Set.of(FieldClass.PLATE), first(8)),
            hand("with", 300, 5, Set.of(FieldClass.PREMIUM), first(8)));
    assertThat(said.verdict()).isEqualTo(Verdict.PROBABLE);
    assertThat(said.accused()).extracting(CallAttribution.Candidate::party).containsExactly("with");
    assertThat(said.candidates().get(1).lacking()).isEqualTo(8);
  }

  @Test
  void partiesThatStandAlikeAreNotSeparated() {
    CallAttribution said =
        trace(
            called(20, 20, Set.of(FieldClass.PLATE)),
            hand("one", 300, 5, ALL, first(20)),
            hand("other", 300, 9, ALL, first(20)));
    assertThat(said.verdict()).isEqualTo(Verdict.CANNOT_SEPARATE);
    assertThat(said.accused())
        .extracting(CallAttribution.Candidate::party)
        .containsExactly("one", "other");
    assertThat(posterior(said, "one")).isEqualTo(posterior(said, "other")).isGreaterThan(.4);
    assertThat(said.needed().orElseThrow().reports()).isEmpty();
  }

  @Test
  void partiesThatStandAlikeAreToldApartFromAnotherLikelySource() {
    List<Called> called = new ArrayList<>(called(15, 20, Set.of(FieldClass.PLATE)));
    called.addAll(called(5, 200, Set.of()));
    CallAttribution said =
        trace(
            called,
            hand("one", 300, 5, ALL, first(14)),
            hand("other", 300, 9, ALL, first(14)),
            hand("third", 1_000, 9, ALL, 14));
    assertThat(posterior(said, "third")).isBetween(posterior(said, "one") / 3, .95);
    assertThat(said.verdict()).isEqualTo(Verdict.CANNOT_SEPARATE);
    assertThat(said.accused())
        .extracting(CallAttribution.Candidate::party)
        .containsExactlyInAnyOrder("one", "other");
  }

  @Test
  void aFewCallsDecideNothingAndSayHowManyMoreWould() {
    CallAttribution said =
        trace(
            called(2, 200, Set.of()),
            hand("one", 20_000, 5, ALL, 0, 1),
            hand("other", 40_000, 5, ALL, 0, 1));
    assertThat(said.verdict()).isIn(Verdict.INCONCLUSIVE, Verdict.CANNOT_SEPARATE);
    assertThat(said.needed()).isPresent();
  }

  @Test
  void nobodyWhoWasGivenThemIsInconclusive() {
    CallAttribution said = trace(called(5, 20, Set.of()));
    assertThat(said.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(said.outside()).isEqualTo(1, within(1e-9));
    assertThat(said.accused()).isEmpty();
  }

  @Test
  void twoListsAreBothFound() {
    int[] second = java.util.stream.IntStream.range(10, 20).toArray();
    CallAttribution said =
        trace(
            called(20, 20, Set.of(FieldClass.PLATE)),
            hand("one", 300, 5, ALL, first(10)),
            hand("other", 400, 5, ALL, second),
            hand("registry", 95_000, 5, ALL, first(20)));
    assertThat(said.verdict()).isEqualTo(Verdict.PROBABLE);
    assertThat(said.accused())
        .extracting(CallAttribution.Candidate::party)
        .containsExactlyInAnyOrder("one", "other");
  }

  /** An agent's three of eight calls; the other five are about people whom it does not hold. */
  private static double agentWhen(int daysLeft, Set<FieldClass> known) {
    List<Called> calls = new ArrayList<>(called(3, daysLeft, known));
    calls.addAll(called(5, 200, Set.of()));
    return posterior(trace(calls, hand("agent", 3_000, 5, ALL, 0, 1, 2)), "agent");
  }

  @Test
  void callsShortlyBeforeTheEndOfCoverSpeakLouder() {
    assertThat(agentWhen(20, Set.of())).isGreaterThan(1.2 * agentWhen(200, Set.of()));
  }

  @Test
  void callsByWhoKnowsMoreThanANumberSpeakLouder() {
    assertThat(agentWhen(200, Set.of(FieldClass.PLATE)))
        .isGreaterThan(1.2 * agentWhen(200, Set.of()));
  }

  @Test
  void whoHoldsEverybodyIsNoBetterExplanationThanAnyoneElse() {
    CallAttribution said =
        trace(
            List.of(new Called(100, OptionalInt.empty(), Optional.empty())),
            hand("registry", (int) CUSTODY, 5, ALL, 0));
    assertThat(said.outside()).isGreaterThan(.9);
  }

  @Property(tries = 60)
  void theOrderOfCallsAndPartiesDoesNotCount(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int many) {
    List<Called> called = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      called.add(
          new Called(
              50 + random.nextInt(100),
              random.nextBoolean() ? OptionalInt.of(random.nextInt(365)) : OptionalInt.empty(),
              random.nextInt(3) == 0
                  ? Optional.empty()
                  : Optional.of(random.nextBoolean() ? Set.of(FieldClass.PLATE) : Set.of())));
    }
    List<Hand> hands = new ArrayList<>();
    for (int p = 0; p < 6; p++) {
      int[] of =
          java.util.stream.IntStream.range(0, many).filter(i -> random.nextBoolean()).toArray();
      hands.add(hand("p" + p, 10 + random.nextInt(2_000), random.nextInt(150), ALL, of));
    }
    CallAttribution said = CallTracer.trace(called, hands, CUSTODY, PARTIES);
    List<Hand> shuffled = new ArrayList<>(hands);
    Collections.shuffle(shuffled, random);
    CallAttribution again = CallTracer.trace(called, shuffled, CUSTODY, PARTIES);
    double single = 0;
    for (CallAttribution.Candidate one : said.candidates()) {
      assertThat(one.posterior()).isBetween(0.0, 1 + 1e-9);
      assertThat(posterior(again, one.party())).isEqualTo(one.posterior(), within(1e-6));
      single = Math.max(single, one.posterior());
    }
    assertThat(said.outside() + single).isLessThan(1 + 1e-9);
    assertThat(again.outside()).isEqualTo(said.outside(), within(1e-6));
  }
}
