package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parties behind lists that stand alike, which are weighed as one so that what is equal stays
 * equal to the last bit.
 *
 * @param logOf the log weight of each party, by its number
 * @param logAll of all of them
 */
public record Behind(Map<Integer, Double> logOf, double logAll) {
  private static final double LOG_FAR_BETTER = StrictMath.log(.95);

  /** An explanation by lists that leaked together, and how probable it is. */
  public record Told(double probability, List<Behind> lists) {
    /** Copies the list. */
    public Told {
      lists = List.copyOf(lists);
    }
  }

  /** Of these parties. */
  public static Behind of(Map<Integer, Double> logOf) {
    return new Behind(logOf, Logs.sum(logOf.values()));
  }

  /** The probability that each of so many parties is behind any list of what is told. */
  public static double[] posteriors(int parties, Collection<Told> told) {
    double[] posteriors = new double[parties];
    for (Told one : told) {
      Map<Integer, Double> spared = new HashMap<>();
      for (Behind behind : one.lists()) {
        behind
            .logOf()
            .forEach(
                (party, log) ->
                    spared.merge(
                        party, 1 - StrictMath.exp(log - behind.logAll()), (a, b) -> a * b));
      }
      spared.forEach((party, not) -> posteriors[party] += one.probability() * (1 - not));
    }
    return posteriors;
  }

  /** The probability that any of these parties is behind any list of what is told. */
  public static double anyOf(Set<Integer> parties, Collection<Told> told) {
    double probability = 0;
    for (Told one : told) {
      double none = 1;
      for (Behind behind : one.lists()) {
        none *= 1 - behind.share(parties);
      }
      probability += one.probability() * (1 - none);
    }
    return probability;
  }

  private double share(Set<Integer> parties) {
    return logOf.entrySet().stream()
        .filter(one -> parties.contains(one.getKey()))
        .mapToDouble(one -> StrictMath.exp(one.getValue() - logAll))
        .sum();
  }

  /** The one disclosure whose log weight is far more than that of all others together. */
  public static Optional<DisclosureId> farBest(Map<Optional<DisclosureId>, Double> logs) {
    double all = Logs.sum(logs.values());
    return logs.entrySet().stream()
        .filter(one -> one.getValue() - all >= LOG_FAR_BETTER)
        .findFirst()
        .flatMap(Map.Entry::getKey);
  }
}
