package io.tidemark.calls.source;

import io.tidemark.terms.DisclosureId;
import io.tidemark.trace.Behind;
import io.tidemark.trace.Logs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How probable each party is, over everything that can explain the calls: one list, two, three, or
 * none of ours. Lists that stand alike for every call are weighed as one, so that what is equal
 * stays equal to the last bit. Of two and three lists only those are weighed that can count.
 * Immutable, thread-safe.
 */
final class CallExplanations {
  /** The probability, before anything is weighed, that the list is none of ours. */
  static final double OUTSIDE_PRIOR = 0.3;

  /** The prior chance that a campaign works from one, two, three lists. */
  private static final double[] LISTS = {0.88, 0.1, 0.02};

  private static final int MOST_BEGUN = 8;

  /** What can be less than this beside the best explanation is not weighed. */
  private static final double LOG_NEGLIGIBLE = StrictMath.log(1e-3);

  /** How much more likely than guessed a longer explanation may be, as a logarithm. */
  private static final double SLACK = 1;

  /** Lists that stand alike. */
  private record Kind(List<Double> times, double people) {
    CallModel.Spread spread() {
      return new CallModel.Spread(
          times.stream().mapToDouble(Double::doubleValue).toArray(), people);
    }
  }

  /** Kinds that explain the calls together, by their numbers, and the log of prior × likelihood. */
  private record Told(TreeSet<Integer> kinds, CallModel.Fit fit, double log) {}

  private final CallModel model;
  private final List<List<Lists.Source>> lists;
  private final List<CallModel.Spread> spreads = new ArrayList<>();
  private final List<Behind> behind = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final double logOutside;
  private final double logWhole;

  /**
   * Weighs.
   *
   * @param all how many parties were ever given anything
   * @param lists those of each party that explains any of the calls
   */
  CallExplanations(CallModel model, long all, List<List<Lists.Source>> lists) {
    this.model = model;
    this.lists = List.copyOf(lists);
    gather(-StrictMath.log(Math.max(all, Math.max(1, lists.size()))));
    List<Told> begun = new ArrayList<>();
    for (int kind = 0; kind < spreads.size(); kind++) {
      begun.add(told(new TreeSet<>(List.of(kind))));
    }
    told.addAll(begun);
    for (int together = 2; together <= Shares.MOST_LISTS; together++) {
      begun = longer(begun);
      told.addAll(begun);
    }
    this.logOutside = StrictMath.log(OUTSIDE_PRIOR) + model.logOutside();
    double[] terms = new double[told.size() + 1];
    for (int i = 0; i < told.size(); i++) {
      terms[i] = told.get(i).log();
    }
    terms[told.size()] = logOutside;
    this.logWhole = Logs.sum(terms);
  }

  private void gather(double logParty) {
    Map<Kind, Map<Integer, Double>> kinds = new LinkedHashMap<>();
    for (int party = 0; party < lists.size(); party++) {
      for (Lists.Source source : lists.get(party)) {
        if (Arrays.stream(source.spread().times()).anyMatch(times -> times > 0)) {
          Kind kind =
              new Kind(
                  Arrays.stream(source.spread().times()).boxed().toList(),
                  source.spread().people());
          kinds
              .computeIfAbsent(kind, any -> new LinkedHashMap<>())
              .merge(party, logParty + StrictMath.log(source.prior()), Logs::sum);
        }
      }
    }
    kinds.forEach(
        (kind, logOf) -> {
          spreads.add(kind.spread());
          behind.add(Behind.of(logOf));
        });
  }

  private Told told(TreeSet<Integer> kinds) {
    CallModel.Fit fit = model.fit(spreads(kinds));
    return new Told(kinds, fit, logPrior(kinds) + fit.log());
  }

  private List<CallModel.Spread> spreads(TreeSet<Integer> kinds) {
    return kinds.stream().map(spreads::get).toList();
  }

  private double logPrior(TreeSet<Integer> kinds) {
    double log = StrictMath.log(1 - OUTSIDE_PRIOR) + StrictMath.log(LISTS[kinds.size() - 1]);
    int lists = 0;
    for (int kind : kinds) {
      lists++;
      log += behind.get(kind).logAll() + StrictMath.log(lists); // in any order
    }
    return log;
  }

  /** The best of these with one more list that explains calls which they do not, or better. */
  private List<Told> longer(List<Told> shorter) {
    Map<TreeSet<Integer>, Told> longer = new LinkedHashMap<>();
    double best = told.stream().mapToDouble(Told::log).max().orElse(Double.NEGATIVE_INFINITY);
    shorter.stream()
        .sorted(Comparator.comparingDouble(Told::log).reversed())
        .limit(MOST_BEGUN)
        .forEach(
            begun -> {
              for (int kind = 0; kind < spreads.size(); kind++) {
                TreeSet<Integer> set = new TreeSet<>(begun.kinds());
                if (set.add(kind) && !longer.containsKey(set) && adds(begun, kind)) {
                  double guess = logPrior(set) + model.guess(begun.fit(), spreads(set));
                  if (guess + SLACK > best + LOG_NEGLIGIBLE) {
                    longer.put(set, told(set));
                  }
                }
              }
            });
    return List.copyOf(longer.values());
  }

  /** Whether one more list holds any of the called better than those that were begun with. */
  private boolean adds(Told begun, int kind) {
    double[] added = spreads.get(kind).times();
    for (int i = 0; i < added.length; i++) {
      double had = 1;
      for (int one : begun.kinds()) {
        had = Math.max(had, spreads.get(one).times()[i]);
      }
      if (added[i] > had) {
        return true;
      }
    }
    return false;
  }

  /** The probability of each party, in the order given. */
  double[] posteriors() {
    return Behind.posteriors(lists.size(), weighed());
  }

  /** The probability that any of these parties, by their numbers, is among the sources. */
  double anyOf(Set<Integer> parties) {
    return Behind.anyOf(parties, weighed());
  }

  private List<Behind.Told> weighed() {
    return told.stream()
        .map(
            one ->
                new Behind.Told(
                    StrictMath.exp(one.log() - logWhole),
                    one.kinds().stream().map(behind::get).toList()))
        .toList();
  }

  /**
   * The one disclosure of the party that explains the calls far better than its others together.
   */
  Optional<DisclosureId> disclosure(int party) {
    Map<Optional<DisclosureId>, Double> logs = new LinkedHashMap<>();
    for (Lists.Source source : lists.get(party)) {
      double log = StrictMath.log(source.prior()) + model.fit(List.of(source.spread())).log();
      logs.merge(source.id(), log, Logs::sum);
    }
    return Behind.farBest(logs);
  }

  /** The probability that the list is none of ours. */
  double outside() {
    return StrictMath.exp(logOutside - logWhole);
  }
}
