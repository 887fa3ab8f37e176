package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How probable each candidate is, over everything that can explain the leak: one list, two lists,
 * three lists, or somebody outside. Lists that hold the same people of the leak and are of one
 * length are weighed as one, so that what is equal stays equal to the last bit. Of two and three
 * lists only those are weighed that can count: they begin with one of the best and add people that
 * it lacks. Immutable, thread-safe.
 */
final class Explanations {
  /**
   * The probability, before anything is weighed, that somebody has these people without us. In
   * simulated chains the verdicts stay calibrated where it is anything from 0.05 to 0.5 in truth.
   */
  static final double OUTSIDE_PRIOR = 0.3;

  /**
   * The chance that somebody outside who has these people has just the people of one of the lists:
   * the customers of one district or of one make. However long the leak, holding alone makes nobody
   * more probable than this allows.
   */
  private static final double ALIKE = 0.01;

  /** The prior chance that one, two, three lists leaked. */
  private static final double[] LISTS = {0.97, 0.025, 0.005};

  private static final int MOST_BEGUN = 8;

  /** What can be less than this beside the best explanation is not weighed. */
  private static final double LOG_NEGLIGIBLE = Math.log(1e-3);

  /** How much more than estimated an added list may add, as a logarithm. */
  private static final double SLACK = 3;

  /**
   * What is weighed of a party.
   *
   * @param party the party
   * @param logEvidence the log factor of its marks and honey customers
   * @param sources the lists from which it can have leaked
   */
  record Holding(String party, double logEvidence, List<Source> sources) {}

  /** Lists that hold the same people and are of one length. */
  private record Kind(BitSet rows, double people) {}

  /** The parties behind a kind, with their evidence, and the log weight of all without. */
  private record Weight(Behind behind, double logUnmarked) {
    double logAll() {
      return behind.logAll();
    }
  }

  /** Kinds that explain the leak together, and the log of prior, likelihood and evidence. */
  private record Told(List<Kind> kinds, double logLikelihood, double log) {}

  private final HolderModel model;
  private final BitSet people;
  private final List<Holding> holdings;
  private final Map<Kind, Weight> kinds = new LinkedHashMap<>();
  private final List<Told> told = new ArrayList<>();
  private final double logOutside;
  private final double logWhole;

  /**
   * Weighs.
   *
   * @param people the rows that count, each about another person
   * @param parties how many parties were ever given anything
   */
  Explanations(HolderModel model, BitSet people, long parties, List<Holding> holdings) {
    this.model = model;
    this.people = people;
    this.holdings = List.copyOf(holdings);
    double logParty = -Math.log(Math.max(parties, Math.max(1, holdings.size())));
    behind(logParty);
    List<Told> one = kinds.keySet().stream().map(kind -> told(List.of(kind))).toList();
    told.addAll(one);
    List<Told> two = longer(one);
    told.addAll(two);
    told.addAll(longer(two));
    this.logOutside = Math.log(OUTSIDE_PRIOR) + Logs.sum(outside(one));
    double[] terms = new double[told.size() + 1];
    for (int i = 0; i < told.size(); i++) {
      terms[i] = told.get(i).log();
    }
    terms[told.size()] = logOutside;
    this.logWhole = Logs.sum(terms);
  }

  private void behind(double logParty) {
    Map<Kind, Map<Integer, Double>> logs = new LinkedHashMap<>();
    Map<Kind, List<Double>> unmarked = new HashMap<>();
    for (int i = 0; i < holdings.size(); i++) {
      for (Source source : holdings.get(i).sources()) {
        Kind kind = new Kind(source.rows(), source.people());
        double log = logParty + Math.log(source.prior());
        unmarked.computeIfAbsent(kind, k -> new ArrayList<>()).add(log);
        logs.computeIfAbsent(kind, k -> new LinkedHashMap<>())
            .merge(i, log + holdings.get(i).logEvidence(), Logs::sum);
      }
    }
    logs.forEach(
        (kind, logOf) ->
            kinds.put(
                kind,
                new Weight(Behind.of(logOf), Logs.sum(unmarked.getOrDefault(kind, List.of())))));
  }

  /** Anybody in custody, or just the people of one of the lists. */
  private double[] outside(List<Told> one) {
    double[] terms = new double[one.size() + 1];
    for (int i = 0; i < one.size(); i++) {
      terms[i] =
          Math.log(ALIKE)
              + one.get(i).logLikelihood()
              + behind(one.get(i).kinds().get(0)).logUnmarked();
    }
    terms[one.size()] = Math.log(1 - ALIKE) + model.logOutside();
    return terms;
  }

  private Weight behind(Kind kind) {
    Weight weight = kinds.get(kind);
    if (weight == null) {
      throw new IllegalArgumentException("nobody is behind these people");
    }
    return weight;
  }

  private Told told(List<Kind> together) {
    int lists = together.size();
    double[] sizes = together.stream().mapToDouble(Kind::people).toArray();
    double likelihood = model.logFrom(counts(together), sizes);
    double log = Math.log(1 - OUTSIDE_PRIOR) + Math.log(LISTS[lists - 1]) + likelihood;
    for (int i = 0; i < lists; i++) {
      log += behind(together.get(i)).logAll() + Math.log(i + 1.0); // in any order
    }
    return new Told(together, likelihood, log);
  }

  /** How many people stand in just the lists that the bits of the index tell. */
  private int[] counts(List<Kind> together) {
    int[] counts = new int[1 << together.size()];
    for (int lists = 0; lists < counts.length; lists++) {
      BitSet in = new BitSet();
      in.or(people);
      for (int i = 0; i < together.size(); i++) {
        if ((lists >> i & 1) == 1) {
          in.and(together.get(i).rows());
        } else {
          in.andNot(together.get(i).rows());
        }
      }
      counts[lists] = in.cardinality();
    }
    return counts;
  }

  /** The best of these with one more list that holds people whom they lack. */
  private List<Told> longer(List<Told> shorter) {
    Map<TreeSet<Integer>, Told> longer = new LinkedHashMap<>();
    List<Kind> all = List.copyOf(kinds.keySet());
    Map<Kind, Integer> numbers = new HashMap<>();
    all.forEach(kind -> numbers.put(kind, numbers.size()));
    double best = told.stream().mapToDouble(Told::log).max().orElse(Double.NEGATIVE_INFINITY);
    shorter.stream()
        .sorted(Comparator.comparingDouble(Told::log).reversed())
        .limit(MOST_BEGUN)
        .forEach(
            begun -> {
              BitSet lacking = new BitSet();
              lacking.or(people);
              begun.kinds().forEach(kind -> lacking.andNot(kind.rows()));
              TreeSet<Integer> first = new TreeSet<>();
              begun.kinds().forEach(kind -> first.add(numbers.getOrDefault(kind, -1)));
              for (Kind kind : all) {
                if (begun.log() + most(kind, lacking) > best + LOG_NEGLIGIBLE) {
                  TreeSet<Integer> set = new TreeSet<>(first);
                  set.add(numbers.getOrDefault(kind, -1));
                  List<Kind> together = set.stream().map(all::get).toList();
                  longer.computeIfAbsent(set, s -> told(together));
                }
              }
            });
    return List.copyOf(longer.values());
  }

  /**
   * About the most that the kind can add to what lacks these people, as a logarithm: how much more
   * of them it holds than a list of its length would by chance (a Poisson likelihood ratio).
   */
  private double most(Kind kind, BitSet lacking) {
    BitSet added = new BitSet();
    added.or(kind.rows());
    added.and(lacking);
    double held = added.cardinality();
    double byChance = lacking.cardinality() * kind.people() / model.custody();
    return held <= byChance
        ? Double.NEGATIVE_INFINITY
        : SLACK + held * Math.log(held / byChance) - held + byChance + behind(kind).logAll();
  }

  /** The probability of each party, in the order of the holdings. */
  double[] posteriors() {
    return Behind.posteriors(
        holdings.size(),
        told.stream()
            .map(
                one ->
                    new Behind.Told(
                        Math.exp(one.log() - logWhole),
                        one.kinds().stream().map(kind -> behind(kind).behind()).toList()))
            .toList());
  }

  /** The probability that somebody has these people without us. */
  double outside() {
    return Math.exp(logOutside - logWhole);
  }

  /**
   * The logarithm of how much better the best explanation by lists is than somebody outside, before
   * any prior of parties; negative infinity without lists.
   */
  double logOverOutside() {
    return told.stream()
        .mapToDouble(
            one ->
                one.logLikelihood()
                    + one.kinds().stream()
                        .map(this::behind)
                        .mapToDouble(behind -> behind.logAll() - behind.logUnmarked())
                        .sum()
                    - model.logOutside())
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** The one disclosure of the party that explains the leak far better than its others together. */
  Optional<DisclosureId> disclosure(int party) {
    Map<Optional<DisclosureId>, Double> logs = new LinkedHashMap<>();
    for (Source source : holdings.get(party).sources()) {
      double log =
          Math.log(source.prior())
              + told(List.of(new Kind(source.rows(), source.people()))).logLikelihood();
      logs.merge(source.disclosure(), log, Logs::sum);
    }
    return Behind.farBest(logs);
  }
}
