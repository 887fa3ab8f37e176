package io.tidemark.bench.calls;

import io.tidemark.bench.tracing.peers.Guilt;
import io.tidemark.chainsim.calls.CallWorld;
import io.tidemark.chainsim.calls.KnownRates;
import io.tidemark.chainsim.calls.Reports;
import java.util.Arrays;
import java.util.List;

/**
 * Whom others would accuse: the guilt formula of 2011, whoever holds most of the called, and a
 * likelihood of membership that assumes a fifth of background. Ties are broken by lot, so that what
 * they are told right is a chance.
 */
final class Others {
  private static final double ASSUMED = .2;

  private final CallWorld world;
  private final Guilt guilt = new Guilt();

  Others(CallWorld world) {
    this.world = world;
    world
        .parties()
        .forEach(
            party -> guilt.add(party.given().keySet().stream().map(String::valueOf).toList()));
  }

  /** The chance that each method's first is a source: guilt, overlap, likelihood. */
  double[] right(Reports reports) {
    List<String> called =
        reports.calls().stream().map(call -> String.valueOf(call.person())).toList();
    double[] overlap =
        world.parties().stream()
            .mapToDouble(
                party ->
                    reports.calls().stream()
                        .filter(call -> party.given().containsKey(call.person()))
                        .count())
            .toArray();
    return new double[] {
      chance(guilt.of(called), reports.sources()),
      chance(overlap, reports.sources()),
      chance(new KnownRates(world).one(reports, ASSUMED), reports.sources())
    };
  }

  private static double chance(double[] scores, List<Integer> sources) {
    double most = Arrays.stream(scores).max().orElse(0);
    long tied = Arrays.stream(scores).filter(score -> score >= most - 1e-12).count();
    return (double) sources.stream().filter(s -> scores[s] >= most - 1e-12).count() / tied;
  }
}
