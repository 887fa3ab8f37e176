package io.tidemark.chainsim.holders;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.trace.Attribution;
import io.tidemark.trace.Candidate;
import io.tidemark.trace.Verdict;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Against somebody who knows the rates of the world; the method never does. */
final class HolderCalibrationTest {
  private static final int PEOPLE = 4_000;
  private static final int TRIALS = Integer.getInteger("trials", 120);

  /** Rates of worlds, more and less foreign rows, background and outsiders than anybody expects. */
  private static final List<Rates> WORLDS =
      List.of(
          new Rates(.5, .02, .05),
          new Rates(.5, .2, .2),
          new Rates(.5, .5, .5),
          new Rates(0, 0, .5),
          new Rates(.8, .1, .5),
          new Rates(.8, .5, .2));

  private int trials;
  private int ours;
  private int exact;
  private int probable;
  private int right;
  private int sure;
  private int sureRight;

  @Test
  void asGoodAsTheExactPosteriorAndCalibratedInWorldsWhoseRatesItIsNotTold() {
    for (Rates rates : WORLDS) {
      for (int rows : new int[] {2, 5, 10, 20}) {
        trials = ours = exact = probable = right = sure = sureRight = 0;
        for (int i = 0; i < TRIALS; i++) {
          trial(rates, rows, 1_000L * rows + i);
        }
        System.out.println(
            String.format(
                Locale.ROOT,
                "%s rows %d: n %d top ours %d exact %d; probable %d right %d; exact sure %d right %d",
                rates,
                rows,
                trials,
                ours,
                exact,
                probable,
                right,
                sure,
                sureRight));
        assertThat(ours).as("%s, %d rows", rates, rows).isGreaterThanOrEqualTo((int) (.95 * exact));
      }
    }
  }

  private void trial(Rates rates, int rows, long seed) {
    NestedChain chain = NestedChain.of(seed / 10, PEOPLE);
    LeakedPeople leak = chain.leak(rates, rows, seed * 31 + Double.hashCode(rates.background()));
    if (leak.people().isEmpty()) {
      return;
    }
    Attribution answer = SetHolders.of(chain).trace(leak.people(), rows);
    double[] posterior = new ExactPosterior(chain, rates).of(leak.people());
    int best = 0;
    for (int i = 0; i < posterior.length; i++) {
      best = posterior[i] > posterior[best] ? i : best;
    }
    boolean outside = best == posterior.length - 1;
    String exactly = outside ? "" : chain.holders().get(best).id();
    String truth = leak.source().map(NestedChain.Holder::id).orElse("");
    if (leak.source().isPresent()) {
      trials++;
      ours += answer.candidates().get(0).party().equals(truth) ? 1 : 0;
      int bestParty = 0;
      for (int i = 0; i < posterior.length - 1; i++) {
        bestParty = posterior[i] > posterior[bestParty] ? i : bestParty;
      }
      exact += chain.holders().get(bestParty).id().equals(truth) ? 1 : 0;
    }
    if (answer.verdict() == Verdict.PROBABLE) {
      for (Candidate accused : answer.accused()) {
        probable++;
        right += accused.party().equals(truth) ? 1 : 0;
      }
    }
    if (posterior[best] >= .95 && !outside) {
      sure++;
      sureRight += exactly.equals(truth) ? 1 : 0;
    }
  }
}
