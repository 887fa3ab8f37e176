package io.tidemark.chainsim.holders;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.trace.Attribution;
import io.tidemark.trace.Candidate;
import io.tidemark.trace.Verdict;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tracing by holders alone, against somebody who knows the rates of the world; it never does. */
final class HolderCalibrationTest {
  private static final int PEOPLE = 3_000;
  private static final int TRIALS = 60;
  private static final List<Rates> WORLDS =
      List.of(
          new Rates(.5, .02, .05),
          new Rates(.5, .1, .2),
          new Rates(.5, .3, .2),
          new Rates(.5, .5, .5),
          new Rates(0, 0, .5),
          new Rates(.8, .1, .5));

  private int ours;
  private int exact;
  private int probable;
  private int right;

  @Test
  void asGoodAsTheExactPosteriorAndCalibratedInWorldsWhoseRatesItIsNotTold() {
    for (Rates rates : WORLDS) {
      for (int rows : new int[] {2, 5, 10, 20}) {
        for (int i = 0; i < TRIALS; i++) {
          trial(rates, rows, 1_000L * rows + i);
        }
      }
    }
    assertThat(ours).isGreaterThanOrEqualTo((int) Math.ceil(.97 * exact));
    assertThat(probable).isGreaterThan(300);
    assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(.97 * probable));
  }

  private void trial(Rates rates, int rows, long seed) {
    NestedChain chain = NestedChain.of(seed, PEOPLE);
    LeakedPeople leak = chain.leak(rates, rows, seed * 31 + rates.hashCode());
    Attribution answer = SetHolders.of(chain).trace(leak.people(), rows);
    String truth = leak.source().map(NestedChain.Holder::id).orElse("nobody");
    if (leak.source().isPresent() && !leak.people().isEmpty()) {
      ours += answer.candidates().get(0).party().equals(truth) ? 1 : 0;
      exact += best(chain, rates, leak.people()).equals(truth) ? 1 : 0;
    }
    if (answer.verdict() == Verdict.PROBABLE) {
      probable += answer.accused().size();
      right += (int) answer.accused().stream().filter(c -> c.party().equals(truth)).count();
    }
  }

  private static String best(NestedChain chain, Rates rates, List<Integer> people) {
    double[] posterior = new ExactPosterior(chain, rates).of(people);
    int best = 0;
    for (int i = 1; i < chain.holders().size(); i++) {
      best = posterior[i] > posterior[best] ? i : best;
    }
    return chain.holders().get(best).id();
  }

  @Test
  void twoPartiesThatLeakedDifferentListsAreBothProbable() {
    int both = 0;
    int wrong = 0;
    for (int i = 0; i < 40; i++) {
      NestedChain chain = NestedChain.of(i, PEOPLE);
      SplittableRandom random = new SplittableRandom(i);
      List<NestedChain.Holder> sources =
          random
              .ints(3, chain.holders().size())
              .distinct()
              .limit(2)
              .boxed()
              .map(chain.holders()::get)
              .toList();
      LeakedPeople leak = chain.leak(sources, new Rates(0, 0, 0), 20, i);
      List<String> accused =
          SetHolders.of(chain).trace(leak.people(), 40).accused().stream()
              .map(Candidate::party)
              .toList();
      List<String> guilty = sources.stream().map(NestedChain.Holder::id).toList();
      both += accused.containsAll(guilty) ? 1 : 0;
      wrong += (int) accused.stream().filter(party -> !guilty.contains(party)).count();
    }
    assertThat(both).isGreaterThanOrEqualTo(28);
    assertThat(wrong).isLessThanOrEqualTo(2);
  }

  @Test
  void identicalSetsAreListedFirstAndNobodyIsAccused() {
    for (int i = 0; i < 40; i++) {
      NestedChain chain = NestedChain.of(i, PEOPLE);
      NestedChain.Holder source = chain.holders().get(3 + i % 50);
      SetHolders holders = SetHolders.of(chain);
      holders.give("twin", source.people());
      LeakedPeople leak = chain.leak(List.of(source), new Rates(.5, 0, 0), 30, i);
      Attribution answer = holders.trace(leak.people(), leak.rows());
      List<Candidate> first = answer.candidates().subList(0, 2);
      assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_SEPARATE);
      assertThat(first.stream().map(Candidate::party))
          .containsExactlyInAnyOrder(source.id(), "twin");
      assertThat(first.get(0).posterior()).isEqualTo(first.get(1).posterior());
      assertThat(answer.needed().orElseThrow().words().en()).contains("honey customer", "--seen");
    }
  }

  @Test
  void twoRowsThatAnOutsiderCouldHaveAccuseNobody() {
    SetHolders holders = SetHolders.of(NestedChain.of(1, PEOPLE));
    BitSet few = new BitSet();
    few.set(1, 100);
    holders.give("small", few);
    assertThat(holders.trace(List.of(5, 6), 2).verdict()).isNotEqualTo(Verdict.PROBABLE);
  }

  @Test
  void aThousandListsOfOnePersonAreNoBetterAnExplanationThanOneListOfThem() {
    SetHolders holders = SetHolders.of(NestedChain.of(1, PEOPLE));
    for (int person = 1; person <= 1_000; person++) {
      BitSet one = new BitSet();
      one.set(person);
      holders.give("asks-one-by-one", one);
    }
    assertThat(holders.trace(List.of(5), 1).verdict()).isNotEqualTo(Verdict.PROBABLE);
  }

  @Test
  void aWholeListSpeaksForItAndNotForAListThatIsALittleLonger() {
    SetHolders holders = new SetHolders(PEOPLE);
    BitSet whole = new BitSet();
    whole.set(1, 13);
    BitSet longer = new BitSet();
    longer.set(1, 19);
    holders.give("whole", whole);
    holders.give("longer", longer);
    Attribution answer = holders.trace(whole.stream().boxed().toList(), 12);
    assertThat(answer.verdict()).isEqualTo(Verdict.PROBABLE);
    assertThat(answer.accused().get(0).party()).isEqualTo("whole");
  }
}
